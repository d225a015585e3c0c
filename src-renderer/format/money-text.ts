import { minorUnitExponent } from '#shared/currency.ts';
import { formatMinor, type Money } from '#shared/money.ts';

/** How money is written. `locale`: BCP 47; left out, the reader's own. */
export interface MoneyStyle {
  readonly locale?: string;
  /** `symbol`: £4.20. `none`: 4.20, for a column that names its currency once. */
  readonly currency?: 'symbol' | 'none';
  /** `when-negative`: balances. `always`: movements, where money in has its plus. */
  readonly sign?: 'when-negative' | 'always';
}

const formats = new Map<string, Intl.NumberFormat>();

function formatOf(currency: string, { locale, currency: shown, sign }: MoneyStyle): Intl.NumberFormat {
  const key = [currency, locale, shown, sign].join(' ');
  const known = formats.get(key);
  if (known !== undefined) return known;
  const digits = minorUnitExponent(currency);
  const format = new Intl.NumberFormat(locale, {
    ...(shown === 'none' ? {} : { style: 'currency', currency }),
    signDisplay: sign === 'always' ? 'exceptZero' : 'auto',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  formats.set(key, format);
  return format;
}

/**
 * An amount as the reader's locale writes it, exactly: `Intl` gets decimal text, never a float. The minus is a real
 * minus sign, as wide as a plus, so that columns line up.
 */
export function moneyText(money: Money, style: MoneyStyle = {}): string {
  const text = isCurrencyCode(money.currency)
    ? formatOf(money.currency, style).format(formatMinor(money) as `${number}`)
    : `${formatMinor(money)} ${money.currency}`;
  return text.replace('-', '\u2212');
}

/** `Intl` throws on anything else, and a bank may send anything. */
const isCurrencyCode = (currency: string): boolean => /^[A-Z]{3}$/.test(currency);
