/** What several rounds of one measurement gave; noise shows in how far `min` and `max` lie apart. */
export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
  readonly rounds: number;
}

/** @throws when there is no value: a section without rounds is a bug. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const [min] = sorted;
  const max = sorted.at(-1);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  if (min === undefined || max === undefined || upper === undefined || lower === undefined) {
    throw new Error('Nothing was measured');
  }
  const round = (value: number): number => Number(value.toPrecision(4));
  return { median: round((lower + upper) / 2), min: round(min), max: round(max), rounds: sorted.length };
}
