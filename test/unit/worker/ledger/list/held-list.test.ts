import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import { newestFirst, type TransactionSort } from '#shared/transaction-list.ts';
import { forgetConnection } from '../../../../../src-worker/ledger/forget-connection.ts';
import { listBySql } from '../../../../../src-worker/ledger/list/list-by-sql.ts';
import { createHeldList } from '../../../../../src-worker/ledger/list/memory/held-list.ts';
import { heldListOf } from '../../../../../src-worker/ledger/list/memory/held-lists.ts';
import { createColumns } from '../../../../../src-worker/ledger/list/memory/list-columns.ts';
import { createNewestWalk, walkOn } from '../../../../../src-worker/ledger/list/memory/newest-order.ts';
import { readNextRows } from '../../../../../src-worker/ledger/list/memory/read-rows.ts';
import { openLedger } from '../../../../../src-worker/ledger/open-ledger.ts';
import { annotateTransactions } from '../../../../../src-worker/ledger/overlay/annotate-transactions.ts';
import { bankRow } from '../../../../support/bank-rows.ts';
import { accountIn, answered, nowIso, temporaryLedger } from '../../../../support/ledger-fixture.ts';

const rowsOf = (count: number, of = 'row') =>
  Array.from({ length: count }, (_, at) =>
    bankRow({
      normalisedId: `${of}${String(at)}`,
      description: `${of.toUpperCase()} ${String(at % 97)}`,
      amountMinor: ((at * 7919) % 20_011) - 10_000,
      date: `2026-01-${String(1 + (at % 28)).padStart(2, '0')}`,
    }),
  );

const searches = ['row', 'r', 'row 4', '9', 'new', 'x', 'groceries', 'purch row 1'];

/** A list whose slices are read when the test says so. */
function stage(t: TestContext, rows: number) {
  const ledger = temporaryLedger(t);
  const account = accountIn(ledger);
  account.storeWindow(answered(rowsOf(rows)));
  const works: (() => void)[] = [];
  const list = createHeldList(ledger.db, (work) => void works.push(work), {
    rowsOfSlice: 100,
    rowsOfWords: 100,
    mostSince: 300,
  });
  const step = (): boolean => {
    const work = works.shift();
    work?.();
    return work !== undefined;
  };
  const readAll = (): void => {
    while (step());
  };
  const sorts: readonly TransactionSort[] = [
    newestFirst,
    { by: 'amount', order: 'ascending' },
    { by: 'description', order: 'descending' },
  ];
  const assertSame = (): void => {
    const answers = list.answers(false);
    assert.ok(answers !== undefined);
    for (const sort of sorts) {
      for (const offset of [0, Math.floor(rows / 2)]) {
        const page = { filter: {}, sort, offset, limit: 200 };
        assert.deepEqual(answers.page(page), listBySql(ledger.db).page(page));
      }
    }
    assert.deepEqual(answers.totals({}), listBySql(ledger.db).totals({}));
    for (const search of searches) {
      const page = { filter: { search, hidden: 'with' }, sort: newestFirst, offset: 0, limit: 100 } as const;
      assert.deepEqual(answers.page(page), listBySql(ledger.db).page(page), search);
    }
  };
  return { ledger, account, list, step, readAll, assertSame };
}

describe('a list held in memory', () => {
  test('is read in slices, and what changes meanwhile is in it', (t) => {
    const { ledger, account, list, step, readAll, assertSame } = stage(t, 600);
    step();
    assert.equal(list.answers(false), undefined, 'not read yet');
    annotateTransactions(ledger, [5, 590], { is_hidden: true }, nowIso);
    step();
    account.storeWindow(answered([...rowsOf(600).slice(40), ...rowsOf(30, 'new')]));
    readAll();
    assertSame();
  });

  test('holds every row, also when one that was read is moved to an older day while the order is read', (t) => {
    const { ledger, list, step, readAll } = stage(t, 600);
    const redate = ledger.db.prepare('UPDATE transactions SET date = ? WHERE ref = ?');
    // The first row read is not the oldest, which would be missed.
    redate.run('2026-01-15', 1);
    // Six slices of rows, and in the seventh the newest hundred of the order.
    for (let slice = 0; slice < 7; slice += 1) step();
    const { refs } = listBySql(ledger.db).page({ filter: {}, sort: newestFirst, offset: 0, limit: 1 });
    redate.run('2026-01-03', refs[0]);
    readAll();
    const page = { filter: {}, sort: newestFirst, offset: 400, limit: 300 } as const;
    assert.deepEqual(list.answers(false)?.page(page), listBySql(ledger.db).page(page));
  });

  test('goes on where it was when the row it stopped at is moved by a sync at that moment', (t) => {
    const { ledger } = stage(t, 300);
    const sync = openLedger(ledger.path, nowIso);
    assert.ok(sync.ok);
    t.after(() => sync.value.close());
    const columns = createColumns(300);
    while (!readNextRows(ledger.db, columns, 100).done);
    const walk = createNewestWalk(columns);
    const { refs } = listBySql(ledger.db).page({ filter: {}, sort: newestFirst, offset: 0, limit: 300 });
    const betweenTwoQuestions = new Proxy(ledger.db, {
      get: (db, name: keyof typeof ledger.db) => {
        if (name !== 'prepare') return typeof db[name] === 'function' ? db[name].bind(db) : db[name];
        return (sql: string) => {
          if (/WHERE ref = \?/.test(sql)) {
            sync.value.db.prepare(`UPDATE transactions SET date = '2026-01-01' WHERE ref = ?`).run(refs[99]);
          }
          return db.prepare(sql);
        };
      },
    });
    walkOn(betweenTwoQuestions, columns, walk, 100);
    while (!walkOn(ledger.db, columns, walk, 100).done);
    assert.deepEqual(
      new Set(Array.from(walk.places.subarray(0, walk.length), (place) => columns.ref[place])),
      new Set(refs),
    );
  });

  test('follows pages, removals and what the user says, without being read again', (t) => {
    const { ledger, account, readAll, assertSame, step } = stage(t, 2400);
    readAll();
    assertSame();
    account.storeWindow(answered([...rowsOf(2400).slice(100), ...rowsOf(70, 'new')]));
    assertSame();
    annotateTransactions(ledger, [200, 201, 2401], { is_flipped: true, note: 'x' }, nowIso);
    assertSame();
    account.storeWindow(answered([...rowsOf(2400), ...rowsOf(70, 'new').slice(0, 50)]));
    assertSame();
    assert.equal(step(), false, 'no slice was asked for');
  });

  test('is read again when rows are gone for good', (t) => {
    const { ledger, list, readAll, assertSame } = stage(t, 300);
    readAll();
    assert.equal(
      list.answers(false)?.page({ filter: {}, sort: newestFirst, offset: 0, limit: 1 }).total,
      300,
    );
    forgetConnection(ledger, 'c1');
    accountIn(ledger).storeWindow(answered(rowsOf(20, 'other')));
    assert.equal(list.answers(false), undefined);
    readAll();
    assertSame();
  });

  test('is read at once for a question that the file would take longer for, and the slices of rows end there', (t) => {
    const { list, step, readAll, assertSame } = stage(t, 600);
    step();
    assert.ok(list.answers(true) !== undefined);
    assert.equal(step(), true);
    assertSame();
    readAll();
    assertSame();
  });

  test('leaves a fault while it is read to the next question', (t) => {
    const { ledger, list, step } = stage(t, 600);
    step();
    ledger.db.exec('DROP VIEW transactions_v1; ALTER TABLE shown_overlays RENAME TO lost');
    assert.equal(step(), true);
    assert.equal(step(), false);
    assert.equal(list.answers(false), undefined);
  });

  test('does not outlive its ledger: a slice after closing does nothing', (t) => {
    const { ledger, step } = stage(t, 30);
    ledger.close();
    assert.equal(step(), true);
    assert.equal(step(), false);
  });

  test('is not worth it for a small ledger', (t) => {
    const ledger = temporaryLedger(t);
    accountIn(ledger).storeWindow(answered(rowsOf(30)));
    assert.equal(heldListOf(ledger.db), undefined);
  });
});
