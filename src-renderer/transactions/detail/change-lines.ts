import { categoryText } from '../../format/category-text.ts';
import { dayText, instantText } from '../../format/day-text.ts';
import { moneyText } from '../../format/money-text.ts';
import type { TransactionChange } from '#shared/transaction-list.ts';
import { historyWords as words } from '../../words/words.ts';

/** One thing that happened, in words. */
export interface ChangeLines {
  readonly happened: string;
  /** Why Passbook took it so; may be empty. */
  readonly why: string;
  /** What was different, old and new. */
  readonly fields: readonly { readonly field: string; readonly fromTo: string }[];
}

const kinds = ['amended', 'removed', 'returned', 'settled', 'unsettled', 'undone', 'replayed'] as const;

/** A line of the history in words. `currency`: of the row, for its amounts. */
export function changeLines(change: TransactionChange, currency: string): ChangeLines {
  const kind = kinds.find((known) => known === change.kind);
  return {
    happened: kind === undefined ? words.other(change.kind) : words[kind],
    why: words.because(change.reason),
    fields: Object.entries(change.fields).map(([field, [before, after]]) => ({
      field: words.field(field),
      fromTo: words.fromTo(valueText(field, before, currency), valueText(field, after, currency)),
    })),
  };
}

function valueText(field: string, value: unknown, currency: string): string {
  if (value === null || value === '') return words.nothing;
  if (typeof value === 'number')
    return field === 'amountMinor'
      ? moneyText({ amountMinor: value, currency }, { sign: 'always' })
      : String(value);
  if (typeof value !== 'string') return JSON.stringify(value);
  if (field === 'date') return dayText(value);
  if (field === 'timestampUtc') return instantText(value);
  return field === 'category' ? categoryText(value) || words.nothing : `\u201c${value}\u201d`;
}
