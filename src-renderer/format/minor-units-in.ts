import { minorUnitExponent } from '#shared/currency.ts';

/** How many minor units make one of the currency: 100 for GBP, 1 for JPY. For drawing only: sums stay in minor units. */
export const minorUnitsIn = (currency: string): number => 10 ** minorUnitExponent(currency);
