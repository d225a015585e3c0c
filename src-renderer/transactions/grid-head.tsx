import type { ReactNode } from 'react';
import type { TransactionSort } from '#shared/transaction-list.ts';
import { classNames } from '../parts/class-names.ts';
import { Icon } from '../parts/icon.tsx';
import { transactionWords as words } from '../words/words.ts';
import { sortAfterClick } from './list-query.ts';

interface HeadProps {
  readonly sort: TransactionSort;
  readonly onSort: (sort: TransactionSort) => void;
  readonly currency: string | null;
  readonly hasAccounts: boolean;
}

/** The columns' names; those the list can be ordered by are buttons. */
export function GridHead({ sort, onSort, currency, hasAccounts }: HeadProps): ReactNode {
  const column = (by: TransactionSort['by'], name: string, className: string): ReactNode => (
    <div role="columnheader" className={className} aria-sort={sort.by === by ? sort.order : 'none'}>
      <button
        type="button"
        className={classNames('sort', sort.by === by && 'sort-now')}
        onClick={() => onSort(sortAfterClick(by, sort))}
      >
        {name}
        <Icon name={sort.by === by && sort.order === 'ascending' ? 'up' : 'down'} />
      </button>
    </div>
  );
  return (
    <div role="rowgroup" className="grid-head">
      <div role="row" aria-rowindex={1} className="line-head">
        <div role="columnheader" className="cell-mark">
          <span className="unseen">{words.selected}</span>
        </div>
        {column('date', words.date, 'head-date')}
        {column('description', words.description, 'head-words')}
        {hasAccounts ? (
          <div role="columnheader" className="head-account">
            {words.account}
          </div>
        ) : null}
        <div role="columnheader" className="head-category">
          {words.category}
        </div>
        {column('amount', currency === null ? words.amount : words.amountIn(currency), 'head-amount')}
      </div>
    </div>
  );
}
