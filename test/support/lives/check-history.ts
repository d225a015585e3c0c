import assert from 'node:assert/strict';
import type { Ledger } from '../../../src-worker/ledger/open-ledger.ts';
import { assertReceipts } from './check-receipts.ts';

interface Change {
  readonly rowRef: number;
  readonly kind: string;
  readonly reason: string;
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
 * the value after, the last one is what the row says, and each page's receipt is what its changes add up to.
 */
export function assertExplained({ db }: Pick<Ledger, 'db'>): void {
  const changes = db
    .prepare<[], Change>(
      'SELECT transaction_ref AS rowRef, kind, reason, fields_json AS fields FROM transaction_changes ORDER BY ref',
    )
    .all();
  const historyOf = Map.groupBy(changes, ({ rowRef }) => rowRef);
  for (const row of db.prepare<[], Row>(rowsSql).all()) explain(row, historyOf.get(row.ref) ?? []);
  assertReceipts({ db });
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
  const ends = history.map(stateAfter).filter((state) => state !== 'amended');
  const last = ends.at(-1) ?? 'arrived';
  const whole = `row ${String(row.ref)} after ${history.map(({ kind }) => kind).join(', ')}`;
  if (row.isLive === 1) assert.ok(['arrived', 'returned', 'unsettled'].includes(last), whole);
  else if (row.becameRef !== null) assert.equal(last, 'settled', whole);
  else assert.ok(['removed', 'unsettled'].includes(last), whole);
  if (row.isUnchanged === 0) assert.ok(history.length > 0, `${whole} was changed without a word`);
}

/** What an undone sync made of a row is said by the reason. */
const stateAfter = ({ kind, reason }: Change): string =>
  kind === 'undone' ? (undoneState[reason] ?? kind) : kind;

const undoneState: Readonly<Record<string, string>> = {
  'taken-back': 'removed',
  'put-back': 'amended',
  restored: 'returned',
  recovered: 'arrived',
  linked: 'settled',
  unlinked: 'unsettled',
};

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
