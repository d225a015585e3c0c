import type { CategoryCount } from '#shared/transaction-list.ts';
import { anyCategoryText } from '../format/category-text.ts';

/** A category one can choose. `category`: as stored; `name`: as read. */
export interface CategoryOption {
  readonly category: string;
  readonly name: string;
  readonly isOwn: boolean;
}

/** The known categories that hold what was written: the user's own first, then the most used. */
export function categoriesLike(
  known: readonly CategoryCount[],
  text: string,
  most: number,
): readonly CategoryOption[] {
  const wanted = text.trim().toLowerCase();
  const byName = new Map<string, CategoryOption>();
  const inOrder = known.toSorted((a, b) => Number(b.is_own) - Number(a.is_own) || b.count - a.count);
  for (const { category, is_own: isOwn } of inOrder) {
    const name = anyCategoryText(category);
    const isSame = name.toLowerCase() === wanted;
    if (name === '' || byName.has(name) || (!isSame && !name.toLowerCase().includes(wanted))) continue;
    byName.set(name, { category, name, isOwn });
  }
  return [...byName.values()].slice(0, most);
}
