import assert from 'node:assert/strict';
import type { Ledger } from '../../../src-worker/ledger/open-ledger.ts';

const entriesSql = `
  SELECT e.ref, e.kind, e.returned, e.inserted, e.duplicates, e.changed, e.removed, e.settled,
    -- a row that an undo had to make is told by the undo's own receipt
    (SELECT count(*) FROM transactions t WHERE t.first_page_ref = e.raw_page_ref AND NOT EXISTS (
       SELECT 1 FROM transaction_changes h
       WHERE h.transaction_ref = t.ref AND h.kind = 'undone' AND h.reason = 'recovered')) AS came,
    (SELECT count(*) FROM transaction_changes h WHERE h.raw_page_ref = e.raw_page_ref AND h.kind IN ('amended', 'returned')) AS amended,
    (SELECT count(*) FROM transaction_changes h WHERE h.raw_page_ref = e.raw_page_ref AND h.kind = 'removed') AS gone,
    (SELECT count(*) FROM transaction_changes h WHERE h.raw_page_ref = e.raw_page_ref AND h.kind = 'settled') AS linked,
    (SELECT count(*) FROM transaction_changes h WHERE h.job_ref = e.job_ref AND h.kind = 'undone'
       AND h.reason IN ('put-back', 'restored', 'recovered')) AS putBack,
    (SELECT count(*) FROM transaction_changes h WHERE h.job_ref = e.job_ref AND h.kind = 'undone'
       AND h.reason = 'taken-back') AS takenBack,
    (SELECT count(*) FROM transaction_changes h WHERE h.job_ref = e.job_ref AND h.kind = 'undone'
       AND h.reason IN ('linked', 'unlinked')) AS relinked
  FROM receipt_entries e`;

interface Entry {
  readonly ref: number;
  readonly kind: string;
  readonly returned: number | null;
  readonly inserted: number;
  readonly duplicates: number | null;
  readonly changed: number;
  readonly removed: number;
  readonly settled: number;
  readonly came: number;
  readonly amended: number;
  readonly gone: number;
  readonly linked: number;
  readonly putBack: number;
  readonly takenBack: number;
  readonly relinked: number;
}

/** What receipts say was done is what the rows' histories say, page by page; each page has an entry, each job its sum. */
export function assertReceipts({ db }: Pick<Ledger, 'db'>): void {
  for (const entry of db.prepare<[], Entry>(entriesSql).all()) {
    const { ref, kind, inserted, changed, removed, settled } = entry;
    const done = [inserted, changed, removed, settled];
    const explained =
      kind === 'undone'
        ? [0, entry.putBack, entry.takenBack, entry.relinked]
        : [entry.came, entry.amended, entry.gone, entry.linked];
    assert.deepEqual(done, explained, `entry ${String(ref)} (${kind}): new, changed, removed, settled`);
    if (kind === 'undone' || kind === 'refused') continue;
    assert.equal(
      entry.returned,
      inserted + changed + (entry.duplicates ?? NaN),
      `rows of entry ${String(ref)}`,
    );
  }
  const count = (sql: string): unknown => db.prepare(sql).pluck().all();
  assert.deepEqual(
    count('SELECT ref FROM raw_pages EXCEPT SELECT raw_page_ref FROM receipt_entries'),
    [],
    'pages without a receipt',
  );
  assert.deepEqual(
    count(
      `SELECT j.id FROM jobs j WHERE (j.transactions_synced, j.duplicates, j.updated, j.removed) IS NOT
         (SELECT total(inserted), total(duplicates), total(changed), total(removed) FROM receipt_entries e
          WHERE e.job_ref = j.ref AND e.kind <> 'undone')`,
    ),
    [],
    'jobs whose counters are not what their receipts add up to',
  );
}
