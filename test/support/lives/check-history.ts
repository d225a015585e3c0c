import assert from 'node:assert/strict';
import type { Ledger } from '../../../src-worker/ledger/open-ledger.ts';

interface Change {
  readonly rowRef: number;
  readonly kind: string;
  readonly fields: string;
}

interface Row {
  readonly ref: number;
  readonly date: string;
  readonly timestampUtc: string;
  readonly amountMinor: number;
  readonly description: string;
  readonly merchant: string | null;
  readonly category: string;
  readonly isLive: number;
  readonly becameRef: number | null;
  readonly isUnchanged: number;
}

const rowsSql = `SELECT ref, date, timestamp_utc AS timestampUtc, amount_minor AS amountMinor, description, merchant,
  category, removed_at IS NULL AS isLive, became_ref AS becameRef, first_seen_at = updated_at AS isUnchanged
  FROM transactions`;

/**
 * Whatever the ledger holds can be explained from its receipts: every change of a row leads from the value before to
 * the value after, the last one is what the row says, and the jobs' counters are what their changes add up to.
 */
export function assertExplained({ db }: Ledger): void {
  const changes = db
    .prepare<[], Change>(
      'SELECT transaction_ref AS rowRef, kind, fields_json AS fields FROM transaction_changes ORDER BY ref',
    )
    .all();
  const historyOf = Map.groupBy(changes, ({ rowRef }) => rowRef);
  for (const row of db.prepare<[], Row>(rowsSql).all()) explain(row, historyOf.get(row.ref) ?? []);
  assertCounters(db);
  assertNothingTwice(db);
}

function explain(row: Row, history: readonly Change[]): void {
  const known = new Map<string, unknown>();
  for (const { fields } of history) {
    for (const [field, [old, now]] of Object.entries(
      JSON.parse(fields) as Record<string, [unknown, unknown]>,
    )) {
      if (known.has(field)) assert.deepEqual(known.get(field), old, `${field} of row ${String(row.ref)}`);
      assert.notDeepEqual(old, now);
      known.set(field, now);
    }
  }
  for (const [field, value] of known) {
    if (field in row) assert.deepEqual(row[field as keyof Row], value, `${field} of row ${String(row.ref)}`);
  }
  const ends = history.map(({ kind }) => kind).filter((kind) => kind !== 'amended');
  const last = ends.at(-1) ?? 'arrived';
  const whole = `row ${String(row.ref)} after ${history.map(({ kind }) => kind).join(', ')}`;
  if (row.isLive === 1) assert.ok(['arrived', 'returned', 'unsettled'].includes(last), whole);
  else if (row.becameRef !== null) assert.equal(last, 'settled', whole);
  else assert.ok(['removed', 'unsettled'].includes(last), whole);
  if (row.isUnchanged === 0) assert.ok(history.length > 0, `${whole} was changed without a word`);
}

function assertCounters(db: Ledger['db']): void {
  const jobs = db
    .prepare<
      [],
      { id: string; synced: number; updated: number; removed: number; a: number; u: number; r: number }
    >(
      `SELECT j.id, j.transactions_synced AS synced, j.updated, j.removed,
         (SELECT count(*) FROM transactions t JOIN raw_pages p ON p.ref = t.first_page_ref WHERE p.job_ref = j.ref) AS a,
         (SELECT count(*) FROM transaction_changes h WHERE h.job_ref = j.ref AND h.kind IN ('amended', 'returned')) AS u,
         (SELECT count(*) FROM transaction_changes h WHERE h.job_ref = j.ref AND h.kind = 'removed') AS r
       FROM jobs j`,
    )
    .all();
  for (const { id, synced, updated, removed, a, u, r } of jobs) {
    assert.deepEqual([synced, updated, removed], [a, u, r], `counters of job ${id}: new, changed, removed`);
  }
}

/** No id stands for two live rows that a total would count, and no booked row is what two pending ones became. */
function assertNothingTwice(db: Ledger['db']): void {
  const shared = db.prepare(
    `SELECT normalised_id FROM transactions WHERE removed_at IS NULL AND normalised_id IS NOT NULL
     GROUP BY 1 HAVING count(*) > 1`,
  );
  assert.deepEqual(shared.all(), [], 'two live rows with one normalised id');
  const both = db.prepare(
    `SELECT p.provider_id FROM transactions p JOIN transactions b ON b.provider_id = p.provider_id
     WHERE p.status = 'pending' AND p.removed_at IS NULL AND b.status = 'booked' AND b.removed_at IS NULL`,
  );
  assert.deepEqual(both.all(), [], 'a row both pending and booked');
  const twice = db.prepare(
    'SELECT became_ref FROM transactions WHERE became_ref IS NOT NULL GROUP BY 1 HAVING count(*) > 1',
  );
  assert.deepEqual(twice.all(), [], 'two pending rows became one');
}

/** A pending set that was stored has judged every link that windows made before it; one of them may be listed still. */
export function assertNothingTentative({ db }: Ledger): void {
  const tentative = db
    .prepare(
      `SELECT ref, became_ref FROM transactions WHERE is_tentative = 1 AND became_reason <> 'same-instant'`,
    )
    .all();
  assert.deepEqual(tentative, [], 'links nobody judged');
}
