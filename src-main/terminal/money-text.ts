import { formatMinor } from '#shared/money.ts';

/** `-4.20 GBP`; an empty text when the bank gave no amount. */
export const moneyText = (amountMinor: number | null, currency: string): string =>
  amountMinor === null ? '' : `${formatMinor({ amountMinor, currency })} ${currency}`;
