import { useId, useState, type ReactNode } from 'react';
import type { AccountRow } from '#shared/ledger-views.ts';
import type { TransactionListFilter } from '#shared/transaction-list.ts';
import { Icon } from '../../parts/icon.tsx';
import { Segmented } from '../../parts/segmented.tsx';
import { filterWords as words } from '../../words/words.ts';
import { AmountFields } from './amount-fields.tsx';
import { CategoryChoices } from './category-choices.tsx';
import { withList } from './chips-of.ts';
import { DayFields } from './day-fields.tsx';
import { ManyChoices } from './many-choices.tsx';
import { withChoice } from './with-choice.ts';

/** What every part of the panel is given: it changes the list at once, so that nothing needs to be applied. */
export interface FilterProps {
  readonly filter: TransactionListFilter;
  readonly onFilter: (filter: TransactionListFilter) => void;
}

/** The button and the panel under it. `accounts`: those to choose from; none on the page of one account. */
export function FilterPanel(props: FilterProps & { readonly accounts: readonly AccountRow[] }): ReactNode {
  const { filter, onFilter, accounts } = props;
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  const choose = <K extends 'direction' | 'status' | 'hidden'>(
    which: K,
    label: string,
    choices: readonly (readonly [NonNullable<TransactionListFilter[K]> | 'any', string])[],
  ): ReactNode => (
    <div className="filter-part">
      <h3>{label}</h3>
      <Segmented
        label={label}
        value={filter[which] ?? 'any'}
        choices={choices}
        onChange={(value) => onFilter(withChoice(filter, which, value))}
      />
    </div>
  );
  return (
    <>
      <button type="button" className="button filter-button" popoverTarget={id} aria-expanded={isOpen}>
        <Icon name="filter" />
        {words.filter}
      </button>
      <div
        id={id}
        popover="auto"
        className="filter-panel"
        role="dialog"
        aria-label={words.title}
        onToggle={(event) => setIsOpen(event.newState === 'open')}
      >
        {/* Drawn when open: the categories are asked for then, and are those of that moment. */}
        {isOpen ? (
          <>
            <DayFields filter={filter} onFilter={onFilter} />
            <div className="filter-column">
              <AmountFields filter={filter} onFilter={onFilter} />
              {choose('direction', words.direction, [
                ['any', words.either],
                ['in', words.inShort],
                ['out', words.outShort],
              ])}
              {choose('status', words.status, [
                ['any', words.any],
                ['booked', words.booked],
                ['pending', words.pending],
              ])}
              {choose('hidden', words.hidden, [
                ['any', words.without],
                ['with', words.with],
                ['only', words.only],
              ])}
            </div>
            <div className="filter-column">
              {accounts.length < 2 ? null : (
                <ManyChoices
                  title={words.accounts}
                  choices={accounts.map((row) => ({ value: row.account_id, name: row.display_name }))}
                  chosen={filter.accountIds ?? []}
                  onChoose={(chosen) => onFilter(withList(filter, 'accountIds', chosen))}
                />
              )}
              <CategoryChoices filter={filter} onFilter={onFilter} />
            </div>
          </>
        ) : null}
      </div>
    </>
  );
}
