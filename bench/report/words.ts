import type { Spread } from '../measuring/spread.ts';

const plain = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 });
const bytesPerMb = 1e6;

/** `5.3` or `12,345`: at most two decimals. */
export const numberText = (value: number): string => plain.format(value);

/** Median, and how far the rounds lay apart: `18,200 (16,900 to 19,400)`. */
export const spreadText = ({ median, min, max, rounds }: Spread, unit = ''): string =>
  `${numberText(median)}${unit}${rounds === 1 ? '' : ` (${numberText(min)} to ${numberText(max)})`}`;

/** Megabytes of a million bytes. */
export const megabytes = (bytes: number): number => Math.round(bytes / bytesPerMb);
