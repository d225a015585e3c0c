import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import type { BankTransaction } from '#shared/bank-rows.ts';
import { settlementRowSchema, type WhichSettlements } from '#shared/settlement.ts';
import { decideSettlement, listSettlements } from '../../../../src-worker/ledger/settlements.ts';
import { takeBackDecision } from '../../../../src-worker/ledger/take-back-decision.ts';
import { bankRow } from '../../../support/bank-rows.ts';
import { accountIn, answered, nowIso, query, temporaryLedger } from '../../../support/ledger-fixture.ts';

type Wish = Partial<BankTransaction>;
const held: Wish = { amountMinor: -1000, description: 'LA CUCINA' };
const petrol: Wish = { amountMinor: -1000, description: 'SHELL PETROL' };

/** A pending row that is gone, and a booked one of the same amount with another text: a doubtful link. */
function inDoubt(t: TestContext) {
  const ledger = temporaryLedger(t);
  const account = accountIn(ledger);
  const pending = (...rows: readonly Wish[]) => {
    const { range: _, ...answer } = answered(rows.map(bankRow));
    account.storePending(answer);
  };
  const booked = (...rows: readonly Wish[]) => account.storeWindow(answered(rows.map(bankRow)));
  pending(held);
  booked(petrol);
  pending();
  const decide = (verdict: 'confirmed' | 'undone', id = 1) => decideSettlement(ledger, id, verdict, nowIso);
  const listed = (which: WhichSettlements = 'doubtful') =>
    listSettlements(ledger, which, 10).map(({ id, confidence }) => `${id} ${confidence}`);
  return { ledger, pending, booked, decide, listed };
}

describe('a doubtful link', () => {
  test('is listed with both rows side by side', (t) => {
    const { ledger } = inDoubt(t);
    const [row] = listSettlements(ledger, 'doubtful', 10);
    assert.deepEqual(settlementRowSchema.parse(row), {
      id: 1,
      booked_id: 2,
      account_id: 'acc',
      confidence: 'doubtful',
      reason: 'other-text',
      verdict: null,
      currency: 'GBP',
      pending_date: '2026-01-10',
      pending_amount_minor: -1000,
      pending_description: 'LA CUCINA',
      booked_date: '2026-01-10',
      booked_amount_minor: -1000,
      booked_description: 'SHELL PETROL',
    });
  });

  test('that is confirmed leaves the list and is never taken away', (t) => {
    const { decide, listed, booked, pending } = inDoubt(t);
    assert.equal(decide('confirmed'), true);
    assert.deepEqual([listed(), listed('all')], [[], ['1 confirmed']]);
    booked(petrol, held);
    pending();
    assert.deepEqual(listed('all'), ['1 confirmed']);
    assert.equal(decide('confirmed'), true, 'saying so again is fine');
  });

  test('that is undone is never made again, while a better one may be', (t) => {
    const { decide, listed, booked, pending } = inDoubt(t);
    assert.equal(decide('undone'), true);
    assert.equal(decide('undone'), false, 'there is nothing left to undo');
    booked(petrol);
    pending();
    assert.deepEqual(listed('all'), []);
    booked(petrol, held);
    assert.deepEqual(listed('all'), ['1 likely']);
  });

  test('that was decided about is listed as such, with what was thought of it before', (t) => {
    const { ledger, decide, listed } = inDoubt(t);
    const [asked] = listSettlements(ledger, 'doubtful', 10);
    assert.deepEqual(listed('decided'), []);
    decide('undone');
    assert.deepEqual(listSettlements(ledger, 'decided', 10), [{ ...asked, verdict: 'undone' }]);
    takeBackDecision(ledger, 1, nowIso);
    decide('confirmed');
    const confirmed = [{ ...asked, confidence: 'confirmed', verdict: 'confirmed' }];
    assert.deepEqual(listSettlements(ledger, 'decided', 10), confirmed);
    assert.deepEqual(listSettlements(ledger, 'all', 10), confirmed);
  });

  test('changes no total, whatever is said', (t) => {
    const { ledger, decide } = inDoubt(t);
    const total = () => query(ledger, 'SELECT sum(amount_minor) AS sum FROM transactions_v1');
    const before = total();
    decide('confirmed');
    assert.deepEqual(total(), before);
    decide('undone');
    assert.deepEqual(total(), before);
  });

  test('and what was said about it are in the history, without a job', (t) => {
    const { ledger, decide } = inDoubt(t);
    decide('confirmed');
    decide('undone');
    assert.deepEqual(
      query(
        ledger,
        `SELECT kind || ' ' || reason AS said, job_id IS NULL AS byUser FROM transaction_changes_v1`,
      ).map((row) => ({ ...(row as object) })),
      [
        { said: 'settled other-text', byUser: 0 },
        { said: 'settled confirmed-by-user', byUser: 1 },
        { said: 'unsettled undone-by-user', byUser: 1 },
      ],
    );
  });
});

test('a link no pending set has judged yet, undone, makes the row pending again', (t) => {
  const ledger = temporaryLedger(t);
  const account = accountIn(ledger);
  const { range: _, ...answer } = answered([bankRow({ normalisedId: 'old' })]);
  account.storePending(answer);
  account.storeWindow(answered([bankRow({ normalisedId: 'new' })]));
  const statuses = () => query(ledger, 'SELECT status FROM transactions_v1 ORDER BY id').length;
  assert.equal(statuses(), 1);
  assert.equal(decideSettlement(ledger, 1, 'undone', nowIso), true);
  assert.equal(statuses(), 2);
});

test('a row without a link cannot be decided about', (t) => {
  const ledger = temporaryLedger(t);
  accountIn(ledger).storeWindow(answered([bankRow()]));
  assert.equal(decideSettlement(ledger, 1, 'confirmed', nowIso), false);
  assert.equal(decideSettlement(ledger, 99, 'undone', nowIso), false);
});

test('the history cannot be rewritten, and goes only with its row', (t) => {
  const { ledger } = inDoubt(t);
  const { db } = ledger;
  assert.throws(() => db.exec(`UPDATE transaction_changes SET reason = 'x'`), /append-only/);
  assert.throws(() => db.exec('DELETE FROM transaction_changes'), /append-only/);
  db.exec('DELETE FROM transactions WHERE ref = 1');
  assert.deepEqual(query(ledger, 'SELECT * FROM transaction_changes'), []);
});
