import type { ReadingDatabase } from '../../ledger-database.ts';
import { isLive, type ListColumns, placeOf } from './list-columns.ts';

interface LastWalked {
  readonly ref: number;
  readonly date: string;
  readonly timestamp_utc: string;
}

/** Places of the live rows, newest first: `length` of them, and room for more, so that a change needs no new array. */
export interface NewestOrder {
  places: Int32Array;
  length: number;
}

/** The order while it is read in slices off the index that has it. */
export interface NewestWalk extends NewestOrder {
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
  const { refs, last } = nextOfWalk(db, walk.after, limit);
  for (const ref of refs) {
    const place = placeOf(columns, ref);
    if (place < 0) continue;
    // One that is moved to an older day meanwhile is met twice; the change itself puts that right.
    makeRoom(walk, walk.length + 1);
    walk.places[walk.length] = place;
    walk.length += 1;
  }
  if (refs.length < limit) return { done: true };
  walk.after = last;
  return { done: last === null };
}

/** The last of them as it was when they were read: a sync may move it a moment later, and what lies between be passed over. */
const nextOfWalk = (
  db: ReadingDatabase,
  after: LastWalked | null,
  limit: number,
): { readonly refs: readonly number[]; readonly last: LastWalked | null } =>
  db.transaction(() => {
    const refs = db
      .prepare<(string | number)[], number>(
        `SELECT ref FROM transactions WHERE removed_at IS NULL
         ${after === null ? '' : 'AND (date, timestamp_utc, ref) < (?, ?, ?)'}
         ORDER BY date DESC, timestamp_utc DESC, ref DESC LIMIT ?`,
      )
      .pluck()
      .all(...(after === null ? [] : [after.date, after.timestamp_utc, after.ref]), limit);
    const last = db
      .prepare<[number], LastWalked>('SELECT ref, date, timestamp_utc FROM transactions WHERE ref = ?')
      .get(refs.at(-1) ?? 0);
    return { refs, last: last ?? null };
  })();

/** Newest first: day, instant, then the later row. */
const isNewer =
  ({ day, timestampMs, ref }: ListColumns) =>
  (a: number, b: number): number =>
    (day[b] ?? 0) - (day[a] ?? 0) ||
    (timestampMs[b] ?? 0) - (timestampMs[a] ?? 0) ||
    (ref[b] ?? 0) - (ref[a] ?? 0);

/**
 * Puts the order right after some rows changed, came or went: those are taken out and put in where they belong by
 * halving, and what lies between is moved in one go, a millisecond or so for a million.
 */
export function reorder(columns: ListColumns, order: NewestOrder, changed: readonly number[]): void {
  const compare = isNewer(columns);
  const moved = new Set(changed);
  takeOut(order, moved, columns.size);
  const coming = [...moved].filter((place) => ((columns.state[place] ?? 0) & isLive) !== 0).toSorted(compare);
  makeRoom(order, order.length + coming.length);
  const { places, length } = order;
  // From the end, so that nothing is written over that has yet to be moved.
  let end = length;
  for (let left = coming.length; left > 0; left -= 1) {
    const place = coming[left - 1] ?? 0;
    const at = firstAfter(places, place, compare, end);
    places.copyWithin(at + left, at, end);
    places[at + left - 1] = place;
    end = at;
  }
  order.length = length + coming.length;
}

function takeOut(order: NewestOrder, gone: ReadonlySet<number>, size: number): void {
  const { places, length } = order;
  const marks = new Uint8Array(size);
  for (const place of gone) marks[place] = 1;
  let kept = 0;
  for (let at = 0; at < length; at += 1) {
    const place = places[at] ?? 0;
    places[kept] = place;
    kept += 1 - (marks[place] ?? 0);
  }
  order.length = kept;
}

function makeRoom(order: NewestOrder, length: number): void {
  if (length <= order.places.length) return;
  const roomier = new Int32Array(Math.ceil(length * 1.1) + 1024);
  roomier.set(order.places);
  order.places = roomier;
}

/** Where before `end` in `order` the first place stands that comes after `place`. */
function firstAfter(
  order: Int32Array,
  place: number,
  compare: (a: number, b: number) => number,
  end: number,
): number {
  let low = 0;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compare(order[middle] ?? 0, place) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
