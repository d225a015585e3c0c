import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { rememberStop, stoppedUntil } from '../../../../src-worker/ledger/daily-stops.ts';
import type { Ledger } from '../../../../src-worker/ledger/open-ledger.ts';
import { saveConnection } from '../../../../src-worker/ledger/connections.ts';
import {
  countRateLimit,
  listRateLimits,
  recallPause,
  rememberPause,
} from '../../../../src-worker/ledger/provider-limits.ts';
import { accountIn, connection, nowIso, temporaryLedger } from '../../../support/ledger-fixture.ts';

const nowMs = Date.parse(nowIso);
const hourMs = 3_600_000;
const tomorrow = '2026-01-21T00:00:00.000Z';
const asked = { connectionId: 'c1', accountId: 'acc', endpoint: 'accounts/balance', attended: false };
const later = (ms: number): string => new Date(nowMs + ms).toISOString();

function ledgerWithAccount(t: Parameters<typeof temporaryLedger>[0]): Ledger {
  const ledger = temporaryLedger(t);
  accountIn(ledger);
  return ledger;
}

describe('a daily limit the bank declared', () => {
  test('holds for that account and endpoint until tomorrow, then is over', (t) => {
    const ledger = ledgerWithAccount(t);
    assert.equal(stoppedUntil(ledger, asked, nowIso), null);
    rememberStop(ledger, asked, tomorrow);
    assert.equal(stoppedUntil(ledger, asked, nowIso), tomorrow);
    assert.equal(stoppedUntil(ledger, { ...asked, endpoint: 'accounts/transactions' }, nowIso), null);
    assert.equal(stoppedUntil(ledger, { ...asked, accountId: 'other' }, nowIso), null);
    assert.equal(stoppedUntil(ledger, asked, later(24 * hourMs)), null);
  });

  test('is lifted by the presence of the user, unless the user was there when it was declared', (t) => {
    const ledger = ledgerWithAccount(t);
    rememberStop(ledger, asked, tomorrow);
    assert.equal(stoppedUntil(ledger, { ...asked, attended: true }, nowIso), null);
    rememberStop(ledger, { ...asked, attended: true }, tomorrow);
    rememberStop(ledger, asked, tomorrow);
    assert.equal(stoppedUntil(ledger, { ...asked, attended: true }, nowIso), tomorrow);
    rememberStop(ledger, asked, '2026-01-22T00:00:00.000Z');
    assert.equal(stoppedUntil(ledger, { ...asked, attended: true }, later(20 * hourMs)), null);
  });
});

describe('what is remembered of a provider', () => {
  test('the pause outlives the run, fades by half a day, and is shared by connections to the same bank', (t) => {
    const ledger = ledgerWithAccount(t);
    saveConnection(ledger, connection({ id: 'c2' }), nowIso);
    saveConnection(ledger, connection({ id: 'c3', providerId: 'other' }), nowIso);
    assert.equal(recallPause(ledger, 'c1', nowMs), 0);
    rememberPause(ledger, 'c1', 800, nowIso);
    assert.deepEqual(
      ['c1', 'c2', 'c3'].map((id) => recallPause(ledger, id, nowMs)),
      [800, 800, 0],
    );
    assert.equal(recallPause(ledger, 'c1', nowMs + 49 * hourMs), 200);
    rememberPause(ledger, 'c1', 0, nowIso);
    assert.equal(recallPause(ledger, 'c1', nowMs), 0);
  });

  test('429s are counted by day for a week', (t) => {
    const ledger = ledgerWithAccount(t);
    for (const day of ['2026-01-13', '2026-01-14', '2026-01-20', '2026-01-20']) {
      countRateLimit(ledger, 'c1', day);
    }
    assert.deepEqual(listRateLimits(ledger, nowMs), [
      { connectionId: 'c1', providerName: 'MOCK', answers: 3, days: 2, pauseMs: 0 },
    ]);
  });

  test('a bank whose name is not known yet is not mixed up with others', (t) => {
    const ledger = ledgerWithAccount(t);
    saveConnection(ledger, connection({ id: 'new', providerId: '' }), nowIso);
    countRateLimit(ledger, 'new', '2026-01-20');
    rememberPause(ledger, 'new', 800, nowIso);
    assert.deepEqual([listRateLimits(ledger, nowMs), recallPause(ledger, 'new', nowMs)], [[], 0]);
  });
});
