import type { TransactionListFilter } from '#shared/transaction-list.ts';
import { anyCategoryText } from '../../format/category-text.ts';
import { daySpanText } from '../../format/day-span-text.ts';
import { dayText, instantText } from '../../format/day-text.ts';
import { nearDayText } from '../../format/near-day-text.ts';
import { filterWords as words } from '../../words/words.ts';

/** One thing the list is restricted by, and the filter without it. */
export interface FilterChip {
  readonly name: string;
  readonly without: TransactionListFilter;
}

/**
 * What the list is restricted by: when rows came, which another page leads here with, then in the order of the panel. The
 * search has its own field.
 */
export function chipsOf(
  filter: TransactionListFilter,
  accountNames: ReadonlyMap<string, string>,
  nowMs: number,
): readonly FilterChip[] {
  const {
    accountIds = [],
    categories = [],
    classifications = [],
    from,
    to,
    minSize,
    maxSize,
    direction,
    status,
    hidden,
    newSince,
    cameWith,
  } = filter;
  const chips: FilterChip[] = [];
  if (newSince !== undefined) {
    const { newSince: _, ...without } = filter;
    chips.push({ name: words.newSince(nearDayText(newSince, nowMs)), without });
  }
  if (cameWith !== undefined) {
    const { cameWith: _, ...without } = filter;
    chips.push({ name: words.cameWith(instantText(cameWith.startedAt)), without });
  }
  for (const id of accountIds) {
    const others = accountIds.filter((other) => other !== id);
    const without = withList(filter, 'accountIds', others);
    chips.push({ name: accountNames.get(id) ?? id, without });
  }
  if (from !== undefined || to !== undefined) {
    const { from: _from, to: _to, ...without } = filter;
    chips.push({ name: daysName(from, to), without });
  }
  if (minSize !== undefined || maxSize !== undefined) {
    const { minSize: _min, maxSize: _max, ...without } = filter;
    chips.push({ name: sizeName(minSize, maxSize), without });
  }
  if (direction !== undefined) {
    const { direction: _, ...without } = filter;
    chips.push({ name: words[direction], without });
  }
  if (status !== undefined) {
    const { status: _, ...without } = filter;
    chips.push({ name: words[status], without });
  }
  for (const category of categories) {
    const others = categories.filter((other) => other !== category);
    const without = withList(filter, 'categories', others);
    chips.push({ name: anyCategoryText(category) || words.noCategory, without });
  }
  for (const classification of classifications) {
    const others = classifications.filter((other) => other !== classification);
    const without = withList(filter, 'classifications', others);
    chips.push({ name: classification || words.noClassification, without });
  }
  if (hidden !== undefined) {
    const { hidden: _, ...without } = filter;
    chips.push({ name: hidden === 'only' ? words.onlyHidden : words.withHidden, without });
  }
  return chips;
}

/** The filter with another list, or without one when nothing is left in it. */
export function withList(
  filter: TransactionListFilter,
  which: 'accountIds' | 'categories' | 'classifications',
  list: readonly string[],
): TransactionListFilter {
  const { [which]: _, ...others } = filter;
  return list.length === 0 ? others : { ...others, [which]: list };
}

function daysName(from: string | undefined, to: string | undefined): string {
  if (from !== undefined && to !== undefined) return daySpanText(from, to);
  return from === undefined ? words.until(dayText(to ?? '')) : words.since(dayText(from));
}

function sizeName(least: string | undefined, most: string | undefined): string {
  if (least !== undefined && most !== undefined) return words.between(least, most);
  return least === undefined ? words.atMost(most ?? '') : words.atLeast(least);
}
