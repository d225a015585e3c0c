import type { ReactNode } from 'react';
import type { AccountCompleteness, CoverageSpan } from '#shared/completeness.ts';
import { countText } from '../format/count-text.ts';
import { daySpanText } from '../format/day-span-text.ts';
import { instantText } from '../format/day-text.ts';
import { useWindow } from '../state/window-context.ts';
import { completenessWords as words } from '../words/words.ts';

/** The strip in cells: each span with what the bank did, the rows it holds and when it was last asked for. */
export const CoverageTable = ({ account }: { account: AccountCompleteness }): ReactNode => (
  <table className="coverage-table" aria-label={words.tableOf(account.displayName)}>
    <thead>
      <tr>
        <th scope="col">{words.days}</th>
        <th scope="col">{words.bank}</th>
        <th scope="col" className="number">
          {words.rows}
        </th>
        <th scope="col">{words.lastAsked}</th>
      </tr>
    </thead>
    <tbody>
      {account.spans.map((span) => (
        <tr key={span.from}>
          <th scope="row">{daySpanText(span.from, span.to)}</th>
          <td>{words.span(span)}</td>
          <td className="number">
            <SpanRows accountId={account.accountId} span={span} />
          </td>
          <td>{span.lastAskedIso === null ? words.never : instantText(span.lastAskedIso)}</td>
        </tr>
      ))}
    </tbody>
  </table>
);

/** How many rows a span holds, and the way to them. */
function SpanRows({ accountId, span }: { accountId: string; span: CoverageSpan }): ReactNode {
  const { store } = useWindow();
  const count = countText(span.rows);
  if (span.rows === 0) return count;
  const { from, to } = span;
  return (
    <button
      type="button"
      className="link"
      aria-label={words.showRows(count, daySpanText(from, to))}
      onClick={() =>
        store.open({
          kind: 'all-transactions',
          filter: { accountIds: [accountId], from, to, status: 'booked' },
        })
      }
    >
      {count}
    </button>
  );
}
