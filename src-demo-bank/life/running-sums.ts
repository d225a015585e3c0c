import type { LifeRow } from './life-row.ts';

/** The balance after each row, oldest first: what `running_balance` says and what adds up to the balance endpoint. */
export function runningSums(openingMinor: number, rows: readonly LifeRow[]): Float64Array {
  const sums = new Float64Array(rows.length);
  let sum = openingMinor;
  for (const [index, row] of rows.entries()) {
    sum += row.amountMinor;
    sums[index] = sum;
  }
  return sums;
}
