import type { TransactionListFilter } from '#shared/transaction-list.ts';

/** The filter with another word of one choice; `any` takes the restriction away. */
export function withChoice<K extends 'direction' | 'status' | 'hidden'>(
  filter: TransactionListFilter,
  which: K,
  value: NonNullable<TransactionListFilter[K]> | 'any',
): TransactionListFilter {
  const { [which]: _, ...others } = filter;
  return value === 'any' ? others : { ...others, [which]: value };
}

/** The filter with a day or a size in it, or without it when there is none. */
export function withText(
  filter: TransactionListFilter,
  which: 'from' | 'to' | 'minSize' | 'maxSize',
  text: string,
): TransactionListFilter {
  const { [which]: _, ...others } = filter;
  return text === '' ? others : { ...others, [which]: text };
}
