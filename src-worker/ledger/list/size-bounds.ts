/** The least amount, in minor units, that is `size` or more. `size`: decimal text without a sign, such as `12.50`. */
export const smallestMinor = (size: string, exponent: number): number => minorOf(size, exponent, 'up');

/** The greatest amount, in minor units, that is `size` or less. */
export const largestMinor = (size: string, exponent: number): number => minorOf(size, exponent, 'down');

/** By digits, never by a float. What does not fit is larger than any amount there is. */
function minorOf(size: string, exponent: number, rounded: 'up' | 'down'): number {
  const [whole = '0', fraction = ''] = size.split('.');
  const kept = fraction.slice(0, exponent).padEnd(exponent, '0');
  const isExact = /^0*$/.test(fraction.slice(exponent));
  const minor = BigInt(whole + kept) + (rounded === 'up' && !isExact ? 1n : 0n);
  return Number(minor > BigInt(Number.MAX_SAFE_INTEGER) ? Number.MAX_SAFE_INTEGER : minor);
}
