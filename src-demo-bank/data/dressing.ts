import { minorUnitExponent } from '#shared/currency.ts';

/** How a fault has rows written: what is true stays true, only its spelling changes. */
export interface Dressing {
  /** Optional fields as this bank sends them, left out, or sent as `null`. */
  readonly optionalFields: 'as-is' | 'missing' | 'null';
  /** `2026-01-06T08:00:00.1234567Z`, as .NET writes it. */
  readonly sevenDigitFractions: boolean;
  /** `-150`, never `-150.25`: amounts are cut to whole units. */
  readonly wholeAmounts: boolean;
  /** Mixed into `transaction_id`; 0 leaves it stable. */
  readonly transactionIdSalt: number;
}

/** Rows as this bank writes them when nothing is wrong. */
const plainDressing: Dressing = {
  optionalFields: 'as-is',
  sevenDigitFractions: false,
  wholeAmounts: false,
  transactionIdSalt: 0,
};

/** Drops or nulls the given optional fields as the dressing says. */
export function dressOptional(
  optional: Readonly<Record<string, unknown>>,
  dressing: Dressing,
): Readonly<Record<string, unknown>> {
  switch (dressing.optionalFields) {
    case 'as-is':
      return optional;
    case 'missing':
      return {};
    case 'null':
      return Object.fromEntries(Object.keys(optional).map((name) => [name, null]));
  }
}

/** Minor units as the decimal number TrueLayer sends: 4.2 pounds, 420 yen, 0.42 dinars. */
export function toDecimal(amountMinor: number, currency: string, dressing: Dressing = plainDressing): number {
  const units = amountMinor / 10 ** minorUnitExponent(currency);
  return dressing.wholeAmounts ? Math.trunc(units) : units;
}
