import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { newestFirst, type TransactionListFilter } from '#shared/transaction-list.ts';
import { createHeldList } from '../../../../../src-worker/ledger/list/memory/held-list.ts';
import { pageOfList } from '../../../../../src-worker/ledger/list/page-of-list.ts';
import type { Ledger } from '../../../../../src-worker/ledger/open-ledger.ts';
import { annotateTransactions } from '../../../../../src-worker/ledger/overlay/annotate-transactions.ts';
import { readOverview } from '../../../../../src-worker/ledger/overview/read-overview.ts';
import { readReceipt } from '../../../../../src-worker/ledger/receipts/read-receipt.ts';
import { replayLedger } from '../../../../../src-worker/ledger/replay/replay-ledger.ts';
import type { DecodePage } from '../../../../../src-worker/ledger/replay/replay-pages.ts';
import { decodePage } from '../../../../../src-worker/source/decode-rows.ts';
import { bankRow } from '../../../../support/bank-rows.ts';
import { pageStage, type PageStage, type SentRow } from '../../../../support/page-stage.ts';

const coffee: SentRow = ['2026-01-10', -4.2, 'CORNER SHOP', 'n1'];
const rent: SentRow = ['2026-01-01', -900, 'RENT', 'n2'];
const salary: SentRow = ['2026-01-15', 2000, 'SALARY', 'n3'];
const tram: SentRow = ['2026-01-16', -2.5, 'TRAM', 'n4'];
const dinner: SentRow = ['2026-01-18', -10, 'LA CUCINA'];

/** What the window's list shows; memory has to say the same as the file. */
function listed({ db, ...ledger }: Ledger, filter: TransactionListFilter): readonly string[] {
  const { rows, total } = pageOfList({ ...ledger, db }, { filter, sort: newestFirst, offset: 0, limit: 100 });
  const held = createHeldList(db, () => undefined).answers(true);
  const inMemory = held?.page({ filter, sort: newestFirst, offset: 0, limit: 100 });
  assert.deepEqual([inMemory?.refs, inMemory?.total], [rows.map(({ id }) => id), total]);
  return rows.map(({ description }) => description);
}

const cameWith = (jobId: string): TransactionListFilter => ({
  cameWith: { jobId, startedAt: '2026-01-20T10:00:00.000Z' },
});

/** The receipt's number of new rows, what it says the list shows of them, and what the list shows. */
function broughtBy({ ledger }: PageStage, jobId: string) {
  const receipt = readReceipt(ledger, jobId);
  const rows = listed(ledger, cameWith(jobId));
  return { inserted: receipt?.totals.inserted, listed: receipt?.listed, rows };
}

describe('what came with a sync', () => {
  test('is as many rows as its receipt counts, less those that are hidden or removed since', (t) => {
    const stage = pageStage(t);
    const first = stage.sync({ booked: [coffee, rent], pending: [dinner] });
    const second = stage.sync({ booked: [coffee, rent, salary, tram], pending: [dinner] });
    const third = stage.sync({ booked: [coffee, rent, salary, tram] });
    assert.deepEqual(broughtBy(stage, first), {
      inserted: 3,
      listed: 3,
      rows: ['LA CUCINA', 'CORNER SHOP', 'RENT'],
    });
    assert.deepEqual(broughtBy(stage, second), { inserted: 2, listed: 2, rows: ['TRAM', 'SALARY'] });
    assert.deepEqual(broughtBy(stage, third), { inserted: 0, listed: 0, rows: [] });
    assert.deepEqual(listed(stage.ledger, cameWith('none')), []);

    const { rows } = pageOfList(stage.ledger, {
      filter: { search: 'tram' },
      sort: newestFirst,
      offset: 0,
      limit: 1,
    });
    annotateTransactions(stage.ledger, [rows[0]?.id ?? 0], { is_hidden: true }, stage.laterIso());
    stage.sync({ booked: [coffee, salary, tram], pending: [] });
    assert.deepEqual(broughtBy(stage, second), { inserted: 2, listed: 1, rows: ['SALARY'] });
    assert.deepEqual(listed(stage.ledger, { ...cameWith(second), hidden: 'only' }), ['TRAM']);
    assert.deepEqual(broughtBy(stage, first), { inserted: 3, listed: 1, rows: ['CORNER SHOP'] });
  });

  test('is found among rows that a replay put in later, which came with no sync', (t) => {
    const stage = pageStage(t);
    const first = stage.sync({ booked: [coffee, rent] });
    const second = stage.sync({ booked: [coffee, rent, salary] });
    const since = stage.laterIso();
    // As if a newer Passbook could read rows of all pages that this one cannot.
    const readable = Array.from({ length: 30 }, (_, at) =>
      bankRow({ date: '2026-01-05', amountMinor: -at - 1 }),
    );
    const decode: DecodePage = (body, owner) => {
      const page = decodePage(body, owner);
      return page === null ? null : { ...page, rows: [...page.rows, ...readable] };
    };
    const replayed = replayLedger(stage.ledger, { apply: true, nowIso: since }, decode);
    assert.ok(replayed.ok && replayed.value.totals.added === 30);
    const third = stage.sync({ days: { from: '2026-01-16', to: '2026-01-31' }, booked: [tram, dinner] });
    assert.deepEqual(broughtBy(stage, first), { inserted: 2, listed: 2, rows: ['CORNER SHOP', 'RENT'] });
    assert.deepEqual(broughtBy(stage, second), { inserted: 1, listed: 1, rows: ['SALARY'] });
    assert.deepEqual(broughtBy(stage, third), { inserted: 2, listed: 2, rows: ['LA CUCINA', 'TRAM'] });
    assert.deepEqual(listed(stage.ledger, { newSince: since }), ['LA CUCINA', 'TRAM']);
  });
});

describe('what is new since a moment', () => {
  test('is as many rows as the overview counts, hidden and removed ones apart', (t) => {
    const stage = pageStage(t);
    stage.sync({ booked: [coffee, rent], pending: [dinner] });
    const since = stage.laterIso();
    stage.sync({ booked: [coffee, rent, salary], pending: [dinner] });
    stage.sync({ booked: [coffee, rent, salary, tram], pending: [] });
    const counted = (moment: string | null): number =>
      readOverview(stage.ledger, moment, stage.laterIso()).changes.new_rows.reduce(
        (sum, { count }) => sum + count,
        0,
      );
    assert.deepEqual(listed(stage.ledger, { newSince: since }), ['TRAM', 'SALARY']);
    assert.equal(counted(since), 2);
    assert.equal(counted('2026-01-01T00:00:00.000Z'), 4);
    assert.equal(listed(stage.ledger, { newSince: '2026-01-01T00:00:00.000Z' }).length, 4);
    assert.equal(counted(stage.laterIso()), 0);
    assert.deepEqual(listed(stage.ledger, { newSince: stage.laterIso() }), []);

    const { rows } = pageOfList(stage.ledger, {
      filter: { search: 'tram' },
      sort: newestFirst,
      offset: 0,
      limit: 1,
    });
    annotateTransactions(stage.ledger, [rows[0]?.id ?? 0], { is_hidden: true }, stage.laterIso());
    assert.deepEqual([counted(since), listed(stage.ledger, { newSince: since })], [1, ['SALARY']]);
    assert.deepEqual(listed(stage.ledger, { newSince: since, direction: 'out' }), []);
  });
});
