import { createKinds, type Kinds } from './kinds.ts';

/** Bits of `state`. */
export const isLive = 1;
export const isHidden = 2;

/**
 * What a list is filtered and put in order by, column by column, for all rows of a ledger: about 30 bytes a row where
 * objects would take 300. A row has a place, the lower its `ref` the lower, which it keeps; removed rows have one too.
 */
export interface ListColumns {
  /** Rows held: places from 0. */
  size: number;
  ref: Float64Array;
  /** 20260131 */
  day: Int32Array;
  timestampMs: Float64Array;
  /** As shown: turned round where the user said so. */
  amountMinor: Float64Array;
  kind: Uint32Array;
  state: Uint8Array;
  readonly kinds: Kinds;
}

/** A row as the SQL of `read-rows.ts` hands it out. */
export type ColumnValues = readonly [
  ref: number,
  date: string,
  timestampUtc: string,
  amountMinor: number,
  kindKey: string,
  state: number,
];

/** Room for `rows`, and some to come. */
export function createColumns(rows: number): ListColumns {
  const room = roomFor(rows);
  return {
    size: 0,
    ref: new Float64Array(room),
    day: new Int32Array(room),
    timestampMs: new Float64Array(room),
    amountMinor: new Float64Array(room),
    kind: new Uint32Array(room),
    state: new Uint8Array(room),
    kinds: createKinds(),
  };
}

/** Writes a row at its place, which is an old one or the next. */
export function writeRow(columns: ListColumns, place: number, values: ColumnValues): void {
  if (place >= columns.ref.length) makeRoom(columns, place + 1);
  const [ref, date, timestampUtc, amountMinor, kindKey, state] = values;
  columns.ref[place] = ref;
  columns.day[place] = dayNumber(date);
  columns.timestampMs[place] = Date.parse(timestampUtc);
  columns.amountMinor[place] = amountMinor;
  columns.kind[place] = columns.kinds.numberOf(kindKey);
  columns.state[place] = state;
  if (place >= columns.size) columns.size = place + 1;
}

/** `2026-01-31` as 20260131: days compare as numbers. */
export const dayNumber = (date: string): number =>
  Number(date.slice(0, 4)) * 10_000 + Number(date.slice(5, 7)) * 100 + Number(date.slice(8, 10));

/** The place of a row. -1: not held. */
export function placeOf(columns: ListColumns, ref: number): number {
  const place = firstPlaceFrom(columns, ref);
  return place < columns.size && columns.ref[place] === ref ? place : -1;
}

/** The place of the first row with this number or a larger one, by halving: refs grow with the places. `size`: there is none. */
export function firstPlaceFrom({ ref: refs, size }: ListColumns, ref: number): number {
  let low = 0;
  let high = size;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((refs[middle] ?? 0) < ref) low = middle + 1;
    else high = middle;
  }
  return low;
}

const roomFor = (rows: number): number => Math.ceil(rows * 1.1) + 1024;

function makeRoom(columns: ListColumns, rows: number): void {
  const room = roomFor(rows);
  const copied = <A extends Float64Array | Int32Array | Uint32Array | Uint8Array>(from: A, to: A): A => {
    to.set(from);
    return to;
  };
  columns.ref = copied(columns.ref, new Float64Array(room));
  columns.day = copied(columns.day, new Int32Array(room));
  columns.timestampMs = copied(columns.timestampMs, new Float64Array(room));
  columns.amountMinor = copied(columns.amountMinor, new Float64Array(room));
  columns.kind = copied(columns.kind, new Uint32Array(room));
  columns.state = copied(columns.state, new Uint8Array(room));
}
