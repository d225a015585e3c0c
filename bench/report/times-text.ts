import { quantile } from '../measuring/own-time.ts';

/** p50, p95 and the longest of some milliseconds. */
export const timesText = (values: readonly number[]): string =>
  [quantile(values, 0.5), quantile(values, 0.95), Math.max(...values)]
    .map((value) => value.toFixed(1))
    .join(' / ');
