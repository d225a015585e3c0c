/**
 * ISO 4217 currencies whose minor unit is not a hundredth. `Intl` is no source for this: it follows what is
 * customary to print (CLDR), not what the standard counts in.
 */
const exponents: Readonly<Record<string, number>> = {
  BIF: 0,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  ISK: 0,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  PYG: 0,
  RWF: 0,
  UGX: 0,
  UYI: 0,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
  BHD: 3,
  IQD: 3,
  JOD: 3,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  TND: 3,
  CLF: 4,
  UYW: 4,
};

/** Decimal places of a currency's minor unit: 2 for GBP, 0 for JPY, 3 for KWD. `currency`: ISO 4217, upper case. */
export const minorUnitExponent = (currency: string): number => exponents[currency] ?? 2;

/** The currencies for which `minorUnitExponent` is not 2, for statements that have to know it by themselves. */
export const unusualExponents: readonly (readonly [currency: string, exponent: number])[] =
  Object.entries(exponents);
