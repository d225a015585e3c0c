import type { WritingDatabase } from '../ledger-database.ts';
import { indexNewRows } from '../rows/index-new-rows.ts';
import { recordChanges } from '../rows/record-changes.ts';
import type { RowDifference } from './compare-rows.ts';
import { restatedChange } from './restated-change.ts';
import { imageColumns, type RowImage } from './row-image.ts';

/** Why rows are restated, and when. */
export interface Restatement {
  readonly kind: 'undone' | 'replayed';
  /** The job that is undone; `null` for a replay. */
  readonly jobRef: number | null;
  readonly nowIso: string;
  /** Rows get the numbers that reading gave them, and no line of history: for a ledger that has lost all its rows. */
  readonly keepsNumbers: boolean;
}

/**
 * Makes rows what they should be. None is deleted, each keeps its number and so what the user said about it, and each
 * change a person would see goes into its history. Inside the caller's transaction.
 *
 * @param liveRefs number of a wanted row -> number of the row it is
 */
export function restateRows(
  db: WritingDatabase,
  differences: readonly RowDifference[],
  liveRefs: ReadonlyMap<number, number>,
  how: Restatement,
): void {
  const refs = new Map(liveRefs);
  const free = db.prepare(`UPDATE transactions SET identity_key = 'moving:' || ref WHERE ref = ?`);
  for (const { live, wanted } of differences) if (live !== null && wanted !== null) free.run(live.ref);
  for (const { accountRef, live, wanted } of differences) {
    if (wanted === null || live !== null) continue;
    refs.set(wanted.ref, insertBare(db, accountRef, wanted, how));
  }
  indexNewRows(db);
  const write = db.prepare(`UPDATE transactions SET ${assignments} WHERE ref = ?`);
  const isTaken = db.prepare('SELECT 1 FROM transactions WHERE account_ref = ? AND identity_key = ?');
  for (const { accountRef, live, wanted, kind } of differences) {
    if (wanted === null) continue;
    const ref = live?.ref ?? refs.get(wanted.ref);
    if (ref === undefined) continue;
    const state = stateOf(live, wanted, refs, how.nowIso);
    const keys = [wanted.key, ...(live === null ? [] : [live.key])];
    const key = keys.find((wish) => isTaken.get(accountRef, wish) === undefined) ?? `kept:${String(ref)}`;
    const updatedAt = kind === 'refreshed' && live !== null ? live.updatedAt : how.nowIso;
    const values = { ...wanted, ...state, key, updatedAt };
    write.run(...assigned.map((property) => values[property]), ref);
  }
  takeBack(db, differences, how);
  if (how.keepsNumbers) return;
  const changes = differences.flatMap((difference) => restatedChange(difference, refs, how.kind) ?? []);
  recordChanges(db, changes, { nowIso: how.nowIso, jobRef: how.jobRef, pageRef: null });
}

/** What a restated row gets; the page that brought it stays. */
const assigned = (Object.keys(imageColumns) as (keyof RowImage)[]).filter(
  (property) => !['ref', 'status', 'firstSeenAt', 'firstPageRef', 'lastPageRef'].includes(property),
);
const assignments = assigned.map((property) => `${imageColumns[property]} = ?`).join(', ');

type RowState = Pick<
  RowImage,
  'removedAt' | 'removedReason' | 'becameRef' | 'becameConfidence' | 'becameReason' | 'isTentative'
>;

function stateOf(
  live: RowImage | null,
  wanted: RowImage,
  refs: ReadonlyMap<number, number>,
  nowIso: string,
): RowState {
  const removedAt = wanted.removedAt === null ? null : (live?.removedAt ?? wanted.removedAt);
  const becameRef = wanted.becameRef === null ? null : (refs.get(wanted.becameRef) ?? null);
  if (becameRef !== null) return { ...wanted, removedAt, becameRef };
  const unlinked = { becameRef, becameConfidence: null, becameReason: null, isTentative: 0 };
  // What it became is not there: then it is gone, and nobody knows where to.
  const removedReason = wanted.becameRef === null ? wanted.removedReason : 'gone-from-pending';
  return { ...unlinked, removedAt: removedReason === null ? null : (removedAt ?? nowIso), removedReason };
}

/** A new row that does not count yet: links and keys are set when all rows are there. */
function insertBare(db: WritingDatabase, accountRef: number, wanted: RowImage, how: Restatement): number {
  const properties = (Object.keys(imageColumns) as (keyof RowImage)[]).filter(
    (property) => property !== 'ref',
  );
  const columns = properties.map((property) => imageColumns[property]);
  const seenAt = how.keepsNumbers ? wanted.firstSeenAt : how.nowIso;
  const bare: RowImage = {
    ...wanted,
    key: `moving:${String(wanted.firstPageRef)}:${String(wanted.ref)}`,
    firstSeenAt: seenAt,
    removedAt: how.nowIso,
    removedReason: how.kind,
    becameRef: null,
    becameConfidence: null,
    becameReason: null,
    isTentative: 0,
  };
  const { lastInsertRowid } = db
    .prepare(
      `INSERT INTO transactions (ref, account_ref, ${columns.join(', ')})
       VALUES (?, ?, ${columns.map(() => '?').join(', ')})`,
    )
    .run(how.keepsNumbers ? wanted.ref : null, accountRef, ...properties.map((property) => bare[property]));
  return Number(lastInsertRowid);
}

function takeBack(
  db: WritingDatabase,
  differences: readonly RowDifference[],
  { kind, nowIso }: Restatement,
): void {
  const mark = db.prepare(
    'UPDATE transactions SET removed_at = ?, removed_reason = ?, updated_at = ? WHERE ref = ?',
  );
  for (const { live, wanted } of differences)
    if (live !== null && wanted === null) mark.run(nowIso, kind, nowIso, live.ref);
}
