import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Connection } from '#shared/connection.ts';
import { loadConnections, saveConnection } from '../../../../src-worker/ledger/connections.ts';
import type { Ledger } from '../../../../src-worker/ledger/open-ledger.ts';
import { saveDiscovery } from '../../../../src-worker/ledger/save-discovery.ts';
import { connection, nowIso, query, startJob, temporaryLedger } from '../../../support/ledger-fixture.ts';

/** Connected, its first sync begun, and refused before the bank said its own name. */
const unseen = (changes: Partial<Connection> = {}): Connection =>
  connection({
    id: 'unseen',
    providerId: '',
    providerName: 'New connection',
    state: 'reconnect-needed',
    ...changes,
  });

const idsAfterConnecting = (ledger: Ledger, renews?: string): readonly string[] => {
  saveConnection(ledger, connection({ id: 'new', providerId: '' }), nowIso, renews);
  assert.deepEqual(query(ledger, 'PRAGMA foreign_key_check'), []);
  return loadConnections(ledger).map(({ id }) => id);
};

describe('connecting again', () => {
  for (const renews of [undefined, 'unseen']) {
    test(`takes the place of a consent that ended before it showed anything${renews ? ', also as its renewal' : ''}`, (t) => {
      const ledger = temporaryLedger(t);
      saveConnection(ledger, unseen(), nowIso);
      startJob(ledger, 'unseen');
      assert.deepEqual(idsAfterConnecting(ledger, renews), ['new']);
      assert.deepEqual(query(ledger, 'SELECT count(*) AS jobs FROM jobs'), [{ jobs: 1 }]);
    });
  }

  for (const [what, changes] of [
    ['works, or was not tried yet', { state: 'active' }],
    ['the user ended', { state: 'revoked' }],
    ['whose bank is known', { providerId: 'mock' }],
    ['is another client\u2019s', { clientId: 'another' }],
    ['is of another environment', { environment: 'sandbox' }],
  ] as const) {
    test(`leaves alone one that ${what}`, (t) => {
      const ledger = temporaryLedger(t);
      saveConnection(ledger, unseen(changes), nowIso);
      assert.deepEqual(idsAfterConnecting(ledger), ['unseen', 'new']);
    });
  }

  test('leaves alone one that has accounts', (t) => {
    const ledger = temporaryLedger(t);
    saveConnection(ledger, unseen(), nowIso);
    const account = {
      accountId: 'a',
      kind: 'account',
      displayName: 'A',
      currency: 'GBP',
      type: null,
      numbersJson: '{}',
    } as const;
    const jobId = startJob(ledger, 'unseen');
    saveDiscovery(ledger, { connectionId: 'unseen', jobId, consent: null, accounts: [account], nowIso });
    assert.deepEqual(idsAfterConnecting(ledger), ['unseen', 'new']);
  });
});
