import type { EpochDay } from './epoch-day.ts';
import type { LifeRow } from './life-row.ts';

/** Oldest first; rows of one day in the order they were made. */
export const byTime = (a: LifeRow, b: LifeRow): number =>
  a.day - b.day || a.secondOfDay - b.secondOfDay || a.key - b.key;

/** Index of the first row for which `isLater` holds, in rows sorted so that it holds for a tail of them. */
function firstWhere(rows: readonly LifeRow[], isLater: (row: LifeRow) => boolean): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const row = rows[middle];
    if (row !== undefined && isLater(row)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Index of the first row on `day` or after it. */
export const firstOnOrAfter = (rows: readonly LifeRow[], day: EpochDay): number =>
  firstWhere(rows, (row) => row.day >= day);

/** Puts a row in its place. */
export function insertSorted(rows: LifeRow[], row: LifeRow): void {
  rows.splice(
    firstWhere(rows, (each) => byTime(each, row) > 0),
    0,
    row,
  );
}
