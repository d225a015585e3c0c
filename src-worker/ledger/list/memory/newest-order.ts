import type { ReadingDatabase } from '../../ledger-database.ts';
import { isLive, type ListColumns, placeOf } from './list-columns.ts';

interface LastWalked {
  readonly ref: number;
  readonly date: string;
  readonly timestamp_utc: string;
}

/** Places of the live rows, newest first, while they are read in slices off the index that has them in this order. */
export interface NewestWalk {
  readonly places: Int32Array;
  length: number;
  after: LastWalked | null;
}

/** Begins before the first row. */
export const createNewestWalk = ({ size }: ListColumns): NewestWalk => ({
  places: new Int32Array(size),
  length: 0,
  after: null,
});

/** Walks on. Rows written since the columns were read are not held yet: whoever keeps the list adds them. */
export function walkOn(
  db: ReadingDatabase,
  columns: ListColumns,
  walk: NewestWalk,
  limit: number,
): { readonly done: boolean } {
  const { after } = walk;
  const refs = db
    .prepare<(string | number)[], number>(
      `SELECT ref FROM transactions WHERE removed_at IS NULL
       ${after === null ? '' : 'AND (date, timestamp_utc, ref) < (?, ?, ?)'}
       ORDER BY date DESC, timestamp_utc DESC, ref DESC LIMIT ?`,
    )
    .pluck()
    .all(...(after === null ? [] : [after.date, after.timestamp_utc, after.ref]), limit);
  for (const ref of refs) {
    const place = placeOf(columns, ref);
    if (place >= 0 && walk.length < walk.places.length) {
      walk.places[walk.length] = place;
      walk.length += 1;
    }
  }
  const last = refs.at(-1);
  if (last === undefined || refs.length < limit) return { done: true };
  walk.after =
    db
      .prepare<[number], LastWalked>('SELECT ref, date, timestamp_utc FROM transactions WHERE ref = ?')
      .get(last) ?? null;
  return { done: walk.after === null };
}

/** Newest first: day, instant, then the later row. */
const isNewer =
  ({ day, timestampMs, ref }: ListColumns) =>
  (a: number, b: number): number =>
    (day[b] ?? 0) - (day[a] ?? 0) ||
    (timestampMs[b] ?? 0) - (timestampMs[a] ?? 0) ||
    (ref[b] ?? 0) - (ref[a] ?? 0);

/**
 * The order after some rows changed, came or went: those are taken out and put in where they belong by halving, and what
 * lies between is copied in one go, a millisecond or so for a million.
 */
export function mergedOrder(columns: ListColumns, order: Int32Array, changed: readonly number[]): Int32Array {
  const compare = isNewer(columns);
  const moved = new Set(changed);
  const staying = without(order, moved, columns.size);
  const coming = [...moved].filter((place) => ((columns.state[place] ?? 0) & isLive) !== 0).toSorted(compare);
  const merged = new Int32Array(staying.length + coming.length);
  let from = 0;
  coming.forEach((place, put) => {
    const to = firstAfter(staying, place, compare, from);
    merged.set(staying.subarray(from, to), from + put);
    merged[to + put] = place;
    from = to;
  });
  merged.set(staying.subarray(from), from + coming.length);
  return merged;
}

function without(order: Int32Array, places: ReadonlySet<number>, size: number): Int32Array {
  const gone = new Uint8Array(size);
  for (const place of places) gone[place] = 1;
  const staying = new Int32Array(order.length);
  let length = 0;
  for (const place of order) {
    staying[length] = place;
    length += 1 - (gone[place] ?? 0);
  }
  return staying.subarray(0, length);
}

/** Where in `order`, from `from` on, the first place stands that comes after `place`. */
function firstAfter(
  order: Int32Array,
  place: number,
  compare: (a: number, b: number) => number,
  from: number,
): number {
  let low = from;
  let high = order.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compare(order[middle] ?? 0, place) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
