import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  loadConnections,
  saveConnection,
  setConnectionState,
} from '../../../../src-worker/ledger/connections.ts';
import { connection, nowIso, temporaryLedger } from '../../../support/ledger-fixture.ts';

const stateOf = (ledger: Parameters<typeof loadConnections>[0]) => loadConnections(ledger)[0]?.state;

describe('the state of a connection', () => {
  test('stays revoked, whatever a sync or a refresh that was under way says of it later', (t) => {
    const ledger = temporaryLedger(t);
    saveConnection(ledger, connection(), nowIso);
    const { id } = connection();
    assert.equal(setConnectionState(ledger, id, 'revoked', nowIso), true);
    assert.equal(setConnectionState(ledger, id, 'reconnect-needed', nowIso), true);
    assert.equal(stateOf(ledger), 'revoked');
    assert.equal(setConnectionState(ledger, id, 'active', nowIso), true);
    assert.equal(stateOf(ledger), 'revoked');
  });

  test('is active again with a new consent', (t) => {
    const ledger = temporaryLedger(t);
    saveConnection(ledger, connection({ state: 'revoked' }), nowIso);
    saveConnection(ledger, connection({ state: 'active' }), nowIso);
    assert.equal(stateOf(ledger), 'active');
  });

  test('of one that is not there cannot be set', (t) => {
    const ledger = temporaryLedger(t);
    assert.equal(setConnectionState(ledger, 'unknown', 'active', nowIso), false);
  });
});
