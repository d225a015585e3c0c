import { minorUnitExponent } from './currency.ts';

/** An amount in the minor unit of `currency` (pence, cents, yen); always a safe integer. */
export interface Money {
  readonly amountMinor: number;
  readonly currency: string;
}

/** Every integer of this many decimal digits is a safe one (`Number.MAX_SAFE_INTEGER` has 16). */
const exactDigits = 15;

const decimal = /^([+-]?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/;

/**
 * Decodes a bank's decimal amount into minor units, exactly: the digits are moved, never multiplied as a float.
 * A JSON number arrives as a double, whose shortest text has the digits the bank wrote as long as they are 15 or
 * fewer (IEEE 754); longer ones must come as the source text (`parseExactJson`).
 *
 * Digits below the minor unit are rounded half to even: a bank that sends 1.005 GBP has itself no such coin, and
 * refusing the row would lose it. The raw page keeps what was sent.
 *
 * @returns `null` when the text is no decimal number or does not fit a safe integer.
 */
export function decodeAmountMinor(amount: number | string, currency: string): number | null {
  const match = decimal.exec(String(amount).trim());
  if (match === null) return null;
  const [, sign, whole = '', fraction = '', power = '0'] = match;
  const shift = Number(power) + minorUnitExponent(currency) - fraction.length;
  if (Math.abs(shift) > 400) return null;
  // What nearly every row holds, such as 12.5 GBP: few digits to be moved left, which a double does exactly.
  if (shift >= 0 && whole.length + fraction.length + shift <= exactDigits) {
    const moved = Number(whole + fraction + '0'.repeat(shift));
    return sign === '-' && moved !== 0 ? -moved : moved;
  }
  const digits = BigInt(whole + fraction);
  const minor = shift >= 0 ? digits * 10n ** BigInt(shift) : divideHalfEven(digits, 10n ** BigInt(-shift));
  const signed = Number(sign === '-' ? -minor : minor);
  if (!Number.isSafeInteger(signed)) return null;
  return signed === 0 ? 0 : signed;
}

function divideHalfEven(dividend: bigint, divisor: bigint): bigint {
  const quotient = dividend / divisor;
  const twiceRest = (dividend % divisor) * 2n;
  if (twiceRest > divisor || (twiceRest === divisor && quotient % 2n === 1n)) return quotient + 1n;
  return quotient;
}

/** Plain decimal text, `-4.20`, for files and terminals; locale-free. The window formats with `Intl` instead. */
export function formatMinor({ amountMinor, currency }: Money): string {
  const exponent = minorUnitExponent(currency);
  const digits = String(Math.abs(amountMinor)).padStart(exponent + 1, '0');
  const sign = amountMinor < 0 ? '-' : '';
  if (exponent === 0) return sign + digits;
  return `${sign}${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
}
