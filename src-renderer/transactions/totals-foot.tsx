import type { ReactNode } from 'react';
import type { CurrencyTotal } from '#shared/transaction-list.ts';
import { moneyText } from '../format/money-text.ts';
import { classNames } from '../parts/class-names.ts';
import { transactionWords as words } from '../words/words.ts';
import type { Totals } from './use-totals.ts';

/** Lines of currencies that are shown without scrolling. */
const mostInView = 3;

/** How many rows there are, and what they come to: a line for each currency, never one over several. */
export function TotalsFoot({ count, sums }: { count: number | null; sums: Totals }): ReactNode {
  const { totals, failure, retry } = sums;
  return (
    <div role="group" className="table-foot" aria-label={words.totals}>
      <p className="foot-count">{count === null || count === 0 ? '' : words.count(count)}</p>
      {failure === null ? null : (
        <p className="foot-failed">
          {words.totalsFailed}{' '}
          <button type="button" className="link" onClick={retry}>
            {words.tryAgain}
          </button>
        </p>
      )}
      {totals === null || totals.length === 0 ? null : (
        // More than a few are scrolled, which needs a stop for the keyboard.
        <ul
          className={classNames('foot-totals', totals.length > mostInView && 'foot-many')}
          tabIndex={totals.length > mostInView ? 0 : undefined}
        >
          {totals.map((total) => (
            <TotalLine key={total.currency} total={total} isOnly={totals.length === 1} />
          ))}
        </ul>
      )}
    </div>
  );
}

function TotalLine({ total, isOnly }: { total: CurrencyTotal; isOnly: boolean }): ReactNode {
  const { currency, count, in_minor: inMinor, out_minor: outMinor } = total;
  const sum = (name: string, amountMinor: number, className: string): ReactNode => (
    <span className={className}>
      <span className="foot-name">{name}</span> {moneyText({ amountMinor, currency }, { sign: 'always' })}
    </span>
  );
  return (
    <li>
      {isOnly ? null : (
        <span className="foot-currency">
          {currency} <span className="foot-name">{words.count(count)}</span>
        </span>
      )}
      {sum(words.moneyIn, inMinor, 'foot-sum')}
      {sum(words.moneyOut, outMinor, 'foot-sum')}
      {sum(words.net, inMinor + outMinor, 'foot-sum foot-net')}
    </li>
  );
}
