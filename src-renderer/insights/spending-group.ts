import { assertNever } from '#shared/assert-never.ts';
import type { InsightFilter, SpendingGroup } from '#shared/insights.ts';
import type { TransactionListFilter } from '#shared/transaction-list.ts';
import { categoryText } from '../format/category-text.ts';
import { insightsWords as words } from '../words/words.ts';

/** What a group is called on its bar. */
export function groupName({ name, kind }: SpendingGroup): string {
  if (kind !== 'category') return name;
  const text = categoryText(name);
  return text === '' ? words.uncategorised : text;
}

/** The transactions a bar stands for. */
export function filterOfGroup(
  { name, kind }: SpendingGroup,
  { accountIds, from, to }: InsightFilter,
  direction: 'in' | 'out',
): TransactionListFilter {
  const where = { ...(accountIds === undefined ? {} : { accountIds }), from, to, direction };
  switch (kind) {
    case 'own':
      return { ...where, categories: [name] };
    case 'category':
      // What the bank classifies more finely has a bar of its own.
      return { ...where, categories: [name], classifications: [''] };
    case 'classification':
      return { ...where, classifications: [name] };
    case 'merchant':
    case 'text':
      return { ...where, search: name };
    default:
      return assertNever(kind);
  }
}
