const formats = new Map<string, Intl.NumberFormat>();

/** Money on an axis, where only its size matters: `£2K`, `−€1.5M`. `whole`: in units of the currency, not minor ones. */
export function shortMoneyText(whole: number, currency: string): string {
  const known = formats.get(currency);
  const format =
    known ??
    new Intl.NumberFormat(undefined, {
      ...(/^[A-Z]{3}$/.test(currency)
        ? { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }
        : {}),
      notation: 'compact',
      minimumFractionDigits: 0,
      maximumFractionDigits: 1,
    });
  formats.set(currency, format);
  return format.format(whole).replace('-', '\u2212');
}
