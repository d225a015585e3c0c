import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import type { BankTransaction } from '#shared/bank-rows.ts';
import type { OverlayChange } from '#shared/transaction-list.ts';
import { forgetConnection } from '../../../../../src-worker/ledger/forget-connection.ts';
import { rowsByRef } from '../../../../../src-worker/ledger/list/rows-by-ref.ts';
import { annotateTransactions } from '../../../../../src-worker/ledger/overlay/annotate-transactions.ts';
import { decideSettlement } from '../../../../../src-worker/ledger/settlements.ts';
import { bankRow } from '../../../../support/bank-rows.ts';
import { accountIn, answered, nowIso, query, temporaryLedger } from '../../../../support/ledger-fixture.ts';

const nothing = { note: null, own_category: null, is_flipped: false, is_hidden: false };
const held = (wish: Partial<BankTransaction> = {}) =>
  bankRow({ description: 'LA CUCINA', amountMinor: -1000, ...wish });

function stage(t: TestContext) {
  const ledger = temporaryLedger(t);
  const account = accountIn(ledger);
  return {
    ledger,
    account,
    say: (id: number, change: OverlayChange) => annotateTransactions(ledger, [id], change, nowIso),
    pending: (rows: readonly BankTransaction[]) => {
      const { range: _, ...answer } = answered(rows);
      account.storePending(answer);
    },
    shown: (id: number) => {
      const [row] = rowsByRef(ledger.db, [id]);
      assert.ok(row !== undefined);
      const { note, own_category, is_flipped, is_hidden } = row;
      return { note, own_category, is_flipped, is_hidden };
    },
    counted: () => query(ledger, 'SELECT id, amount_minor FROM transactions_v1 ORDER BY id'),
  };
}

describe('what the user says about a transaction', () => {
  test('is said field by field, and taken back field by field', (t) => {
    const { account, say, shown, counted } = stage(t);
    account.storeWindow(answered([held()]));
    say(1, { note: 'with Kim', is_flipped: true });
    say(1, { own_category: 'Dinner' });
    assert.deepEqual(shown(1), { ...nothing, note: 'with Kim', own_category: 'Dinner', is_flipped: true });
    assert.deepEqual(counted(), [{ id: 1, amount_minor: 1000 }]);
    say(1, { note: null, is_flipped: false });
    assert.deepEqual(shown(1), { ...nothing, own_category: 'Dinner' });
  });

  test('of a pending row shows on the booked one, where nothing else was said about that', (t) => {
    const { account, say, shown, pending, counted } = stage(t);
    pending([held()]);
    say(1, { note: 'with Kim', own_category: 'Dinner', is_flipped: true });
    account.storeWindow(answered([held({ date: '2026-01-11' })]));
    pending([]);
    assert.deepEqual(shown(2), { ...nothing, note: 'with Kim', own_category: 'Dinner', is_flipped: true });
    assert.deepEqual(counted(), [{ id: 2, amount_minor: 1000 }]);
    say(2, { note: null, is_hidden: true });
    assert.deepEqual(shown(2), { ...nothing, own_category: 'Dinner', is_flipped: true, is_hidden: true });
    say(1, { note: 'said later about the row it was' });
    assert.equal(shown(2).note, null);
  });

  test('goes back to the pending row when the user undoes the link, and what was said about the booked one stays there', (t) => {
    const { ledger, account, say, shown, pending } = stage(t);
    pending([held()]);
    say(1, { note: 'with Kim' });
    account.storeWindow(answered([held({ date: '2026-01-11' })]));
    pending([]);
    say(2, { own_category: 'Dinner' });
    assert.ok(decideSettlement(ledger, 1, 'undone', nowIso));
    assert.deepEqual(shown(1), { ...nothing, note: 'with Kim' });
    assert.deepEqual(shown(2), { ...nothing, own_category: 'Dinner' });
  });

  test('goes back to the pending row when the bank still lists it', (t) => {
    const { account, say, shown, pending } = stage(t);
    pending([held()]);
    say(1, { is_hidden: true });
    account.storeWindow(answered([held({ date: '2026-01-11' })]));
    assert.equal(shown(2).is_hidden, true, 'while a window says that it was booked');
    pending([held()]);
    assert.deepEqual([shown(1).is_hidden, shown(2).is_hidden], [true, false]);
  });

  test('a doubtful link carries a note, and changes no total until it is confirmed', (t) => {
    const { ledger, account, say, shown, pending, counted } = stage(t);
    pending([held({ amountMinor: -9911 })]);
    say(1, { note: 'fuel', is_hidden: true });
    account.storeWindow(answered([held({ amountMinor: -3100, date: '2026-01-11' })]));
    pending([]);
    assert.equal(query(ledger, "SELECT 1 FROM transactions WHERE became_confidence = 'doubtful'").length, 1);
    assert.deepEqual(shown(2), { ...nothing, note: 'fuel' });
    assert.equal(counted().length, 1);
    decideSettlement(ledger, 1, 'confirmed', nowIso);
    assert.deepEqual(shown(2), { ...nothing, note: 'fuel', is_hidden: true });
    assert.equal(counted().length, 0);
  });

  test('survives the row’s going and coming, under other ids and with another amount', (t) => {
    const { account, say, shown } = stage(t);
    account.storeWindow(answered([held({ normalisedId: 'n', providerId: 'p' })]));
    say(1, { note: 'with Kim', is_hidden: true });
    account.storeWindow(answered([]));
    account.storeWindow(answered([held({ normalisedId: 'other', providerId: 'p', amountMinor: -1100 })]));
    assert.deepEqual(shown(1), { ...nothing, note: 'with Kim', is_hidden: true });
  });

  test('cannot be lost with its row, except by forgetting the connection', (t) => {
    const { ledger, account, say } = stage(t);
    account.storeWindow(answered([held()]));
    say(1, { note: 'with Kim' });
    assert.throws(() => ledger.db.exec('DELETE FROM transactions'), /FOREIGN KEY/);
    assert.equal(forgetConnection(ledger, 'c1'), 1);
    for (const table of ['overlays', 'shown_overlays', 'transaction_words']) {
      assert.deepEqual(query(ledger, `SELECT rowid FROM ${table}`), [], table);
    }
    ledger.db.exec("CREATE VIRTUAL TABLE temp.kept USING fts5vocab (main, transaction_words, 'row')");
    assert.deepEqual(query(ledger, 'SELECT term FROM temp.kept'), []);
  });

  test('is for rows there are: others are passed over', (t) => {
    const { ledger, account } = stage(t);
    account.storeWindow(answered([held()]));
    assert.equal(annotateTransactions(ledger, [1, 1, 99], { note: 'x' }, nowIso), 1);
  });
});
