import type { ReactNode } from 'react';
import { anyCategoryText } from '../../format/category-text.ts';
import { countText } from '../../format/count-text.ts';
import { filterWords as words } from '../../words/words.ts';
import { useCategories } from '../use-categories.ts';
import { withList } from './chips-of.ts';
import type { FilterProps } from './filter-panel.tsx';
import { ManyChoices } from './many-choices.tsx';

/** The categories that rows have, the user's own first, with how many rows each. */
export function CategoryChoices({ filter, onFilter }: FilterProps): ReactNode {
  const known = useCategories();
  const chosen = filter.categories ?? [];
  if (known === null && chosen.length === 0) return null;
  const own = known?.filter((one) => one.is_own) ?? [];
  const ofBank =
    known?.filter((one) => !one.is_own && !own.some(({ category }) => category === one.category)) ?? [];
  const listed = new Set([...own, ...ofBank].map(({ category }) => category));
  const choices = [
    ...[...own, ...ofBank].map(({ category, count }) => ({
      value: category,
      name: anyCategoryText(category) || words.noCategory,
      aside: countText(count),
    })),
    // What is chosen can be given up, even if no row has it any more.
    ...chosen
      .filter((category) => !listed.has(category))
      .map((category) => ({ value: category, name: anyCategoryText(category) || words.noCategory })),
  ];
  return (
    <ManyChoices
      title={words.categories}
      choices={choices}
      chosen={chosen}
      onChoose={(categories) => onFilter(withList(filter, 'categories', categories))}
    />
  );
}
