import type { ListedTransaction } from '#shared/transaction-list.ts';
import { shownCategory } from '../format/category-text.ts';
import { moneyText } from '../format/money-text.ts';

/** What a row of the table shows. */
export interface RowText {
  /** The merchant where the bank knows one. */
  readonly title: string;
  /** The bank's own text, when the title is something else; may be empty. */
  readonly detail: string;
  readonly category: string;
  readonly amount: string;
  readonly isMoneyIn: boolean;
}

/** `tableCurrency`: the one the column is headed with; another one is written out. */
export function rowText(row: ListedTransaction, tableCurrency: string | null): RowText {
  const { merchant, description, amount_minor: amountMinor, currency } = row;
  const title = merchant ?? description;
  return {
    title,
    detail: title.toLowerCase() === description.toLowerCase() ? '' : description,
    category: shownCategory(row),
    amount: moneyText(
      { amountMinor, currency },
      { sign: 'always', currency: currency === tableCurrency ? 'none' : 'symbol' },
    ),
    isMoneyIn: amountMinor > 0,
  };
}
