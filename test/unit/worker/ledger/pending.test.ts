import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { BankTransaction } from '#shared/bank-rows.ts';
import { bankRow } from '../../../support/bank-rows.ts';
import { accountIn, answered, query, temporaryLedger } from '../../../support/ledger-fixture.ts';

const live = 'SELECT status, amount_minor FROM transactions_v1 ORDER BY status, amount_minor';
const reasons = `SELECT removed_reason AS reason, became_ref IS NOT NULL AS linked FROM transactions
  WHERE removed_at IS NOT NULL`;
const hold = bankRow({ normalisedId: 'n-1', amountMinor: -100 });
const settled = { ...hold, amountMinor: -130, date: '2026-01-12' };

function pending(rows: readonly BankTransaction[]) {
  const { range: _, ...answer } = answered(rows);
  return answer;
}

describe('the pending set', () => {
  test('is kept as the bank sends it, twins too, and again changes nothing', (t) => {
    const ledger = temporaryLedger(t);
    const account = accountIn(ledger);
    const twins = [bankRow(), bankRow(), hold];
    assert.equal(account.storePending(pending(twins)).inserted, 3);
    assert.equal(account.storePending(pending(twins)).duplicates, 3);
    assert.equal(query(ledger, live).length, 3);
  });

  test('a row that left the set is marked, and is itself again when it returns', (t) => {
    const ledger = temporaryLedger(t);
    const account = accountIn(ledger);
    account.storePending(pending([bankRow(), hold]));
    assert.equal(account.storePending(pending([bankRow()])).removed, 1);
    assert.deepEqual(query(ledger, reasons), [{ reason: 'gone-from-pending', linked: 0 }]);
    assert.equal(account.storePending(pending([bankRow(), hold])).updated, 1);
    assert.equal(query(ledger, 'SELECT * FROM transactions').length, 2);
  });

  test('a row without ids that left weeks ago does not block a new one like it', (t) => {
    const ledger = temporaryLedger(t);
    const account = accountIn(ledger);
    account.storePending(pending([bankRow()]));
    account.storePending(pending([]));
    account.storePending(pending([bankRow(), bankRow()]));
    assert.equal(query(ledger, live).length, 2);
  });

  test('pending first, booked later: counted once, linked', (t) => {
    const ledger = temporaryLedger(t);
    const account = accountIn(ledger);
    account.storePending(pending([hold]));
    const counts = account.storeWindow(answered([settled]));
    assert.deepEqual(counts, { inserted: 1, duplicates: 0, updated: 0, removed: 0 });
    assert.deepEqual(query(ledger, live), [{ status: 'booked', amount_minor: -130 }]);
    assert.deepEqual(query(ledger, reasons), [{ reason: 'booked', linked: 1 }]);
  });

  test('booked first, pending later: the bank lags, nothing is counted twice', (t) => {
    const ledger = temporaryLedger(t);
    const account = accountIn(ledger);
    account.storeWindow(answered([settled]));
    assert.deepEqual(account.storePending(pending([hold])), {
      inserted: 0,
      duplicates: 1,
      updated: 0,
      removed: 0,
      unexplainedSince: null,
    });
    assert.deepEqual(query(ledger, live), [{ status: 'booked', amount_minor: -130 }]);
  });

  test('is recognised by provider id where the booked row has a normalised one as well', (t) => {
    const ledger = temporaryLedger(t);
    const account = accountIn(ledger);
    account.storePending(pending([bankRow({ providerId: 'p' })]));
    account.storeWindow(answered([bankRow({ providerId: 'p', normalisedId: 'n' })]));
    assert.deepEqual(query(ledger, live), [{ status: 'booked', amount_minor: -420 }]);
  });

  test('a provider id that several booked rows share settles nothing', (t) => {
    const ledger = temporaryLedger(t);
    const account = accountIn(ledger);
    account.storeWindow(answered([1, 2].map((n) => bankRow({ providerId: '0', amountMinor: -n }))));
    account.storePending(pending([bankRow({ providerId: '0', amountMinor: -3 })]));
    assert.equal(query(ledger, live).length, 3);
  });

  test('a window never removes pending rows of its days', (t) => {
    const ledger = temporaryLedger(t);
    const account = accountIn(ledger);
    account.storePending(pending([bankRow()]));
    assert.equal(account.storeWindow(answered([])).removed, 0);
    assert.equal(query(ledger, live).length, 1);
  });

  test('a set with unreadable rows removes nothing', (t) => {
    const ledger = temporaryLedger(t);
    const account = accountIn(ledger);
    account.storePending(pending([hold]));
    assert.equal(account.storePending({ ...pending([]), rejectedRows: 1 }).removed, 0);
    assert.equal(query(ledger, live).length, 1);
  });
});
