import type { ReactNode } from 'react';
import type { TransactionListFilter } from '#shared/transaction-list.ts';
import { Icon } from '../../parts/icon.tsx';
import { useWindow } from '../../state/window-context.ts';
import { filterWords as words } from '../../words/words.ts';
import { chipsOf } from './chips-of.ts';

/** What restricts the list, each to be taken away by itself, or all at once. Nothing when nothing does. */
export function FilterChips(props: {
  filter: TransactionListFilter;
  onFilter: (filter: TransactionListFilter) => void;
  accountNames: ReadonlyMap<string, string>;
}): ReactNode {
  const { filter, onFilter, accountNames } = props;
  const { store } = useWindow();
  const chips = chipsOf(filter, accountNames, store.nowMs());
  if (chips.length === 0) return null;
  const { search } = filter;
  return (
    <ul className="chips" aria-label={words.chips}>
      {chips.map(({ name, without }, at) => (
        // Two accounts may have one name.
        <li key={`${String(at)} ${name}`}>
          <button
            type="button"
            className="chip"
            aria-label={words.remove(name)}
            onClick={() => onFilter(without)}
          >
            <span className="chip-name">{name}</span>
            <Icon name="cross" />
          </button>
        </li>
      ))}
      <li>
        <button
          type="button"
          className="button button-quiet"
          onClick={() => onFilter(search === undefined ? {} : { search })}
        >
          {words.clearAll}
        </button>
      </li>
    </ul>
  );
}
