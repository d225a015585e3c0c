import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import { newestFirst } from '#shared/transaction-list.ts';
import { listBySql } from '../../../../../src-worker/ledger/list/list-by-sql.ts';
import { createHeldList } from '../../../../../src-worker/ledger/list/memory/held-list.ts';
import { annotateTransactions } from '../../../../../src-worker/ledger/overlay/annotate-transactions.ts';
import { bankRow } from '../../../../support/bank-rows.ts';
import { accountIn, answered, nowIso, temporaryLedger } from '../../../../support/ledger-fixture.ts';

const rowsOf = (count: number) =>
  Array.from({ length: count }, (_, at) =>
    bankRow({ normalisedId: `n${String(at)}`, description: `SHOP ${String(at)}`, date: '2026-01-05' }),
  );

/** A list in memory whose rows are read, and of whose words as many slices as the test says. */
function stage(t: TestContext, rows: number, mostSince = 50) {
  const ledger = temporaryLedger(t);
  const account = accountIn(ledger);
  account.storeWindow(answered(rowsOf(rows)));
  const works: (() => void)[] = [];
  const sizes = { rowsOfSlice: 1000, rowsOfWords: 10, mostSince };
  const list = createHeldList(ledger.db, (work) => void works.push(work), sizes);
  const found = (search: string): readonly number[] => {
    const page = { filter: { search }, sort: newestFirst, offset: 0, limit: 100 };
    const inMemory = list.answers(true)?.page(page).refs;
    assert.deepEqual(inMemory, listBySql(ledger.db).page(page).refs, `memory and file on ${search}`);
    return inMemory ?? [];
  };
  found('shop');
  return {
    account,
    found,
    works,
    note: (ref: number, note: string | null) => annotateTransactions(ledger, [ref], { note }, nowIso),
    readAll: () => {
      for (let work = works.shift(); work !== undefined; work = works.shift()) work();
    },
  };
}

describe('the words of a list in memory', () => {
  test('are of every row that has them or their beginning, in however many parts they were read', (t) => {
    const { found, readAll } = stage(t, 35);
    readAll();
    assert.equal(found('shop').length, 35);
    assert.equal(found('s').length, 35);
    assert.deepEqual(found('shop 3').length, 6, '3 and 30 to 34');
    assert.equal(found('34').length, 1);
    assert.deepEqual(found('35'), []);
  });

  test('are those a row has now: what was written over is not found, what is new is', (t) => {
    const { account, found, note, readAll } = stage(t, 20);
    note(7, 'Bicycle');
    readAll();
    assert.deepEqual(found('bicycle'), [7]);
    note(7, 'Tent');
    assert.deepEqual(found('bicycle'), []);
    assert.deepEqual(found('tent shop'), [7]);
    account.storeWindow(answered([...rowsOf(20), bankRow({ normalisedId: 'x', description: 'TENTS' })]));
    assert.deepEqual(new Set(found('tent')), new Set([7, 21]));
    note(7, null);
    assert.deepEqual(found('tent'), [21]);
  });

  test('follow what changes while they are read, however far that is', (t) => {
    for (let slices = 0; slices < 12; slices += 1) {
      const { found, note, works, readAll } = stage(t, 60);
      note(3, 'Bicycle');
      found('shop');
      for (let slice = 0; slice < slices; slice += 1) works.shift()?.();
      assert.ok(works.length > 0, 'still being read');
      note(3, 'Zebra');
      found('shop');
      readAll();
      assert.deepEqual(found('bicycle'), []);
      assert.deepEqual(found('zebra'), [3]);
    }
  });

  test('are read anew beside questions when many rows have changed, and follow what changes meanwhile', (t) => {
    const { found, note, works, readAll } = stage(t, 30, 4);
    readAll();
    for (let ref = 1; ref <= 6; ref += 1) note(ref, 'Bicycle');
    assert.equal(found('bicycle').length, 6);
    assert.equal(works.length, 1, 'reading anew has begun');
    works.shift()?.();
    note(2, 'Tent');
    assert.equal(found('bicycle').length, 5);
    readAll();
    assert.equal(found('bicycle').length, 5);
    assert.deepEqual(found('tent'), [2]);
    assert.equal(works.length, 0);
  });
});
