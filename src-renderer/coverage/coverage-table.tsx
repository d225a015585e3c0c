import type { ReactNode } from 'react';
import type { AccountCompleteness } from '#shared/completeness.ts';
import { countText } from '../format/count-text.ts';
import { daySpanText } from '../format/day-span-text.ts';
import { instantText } from '../format/day-text.ts';
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
          <td className="number">{countText(span.rows)}</td>
          <td>{span.lastAskedIso === null ? words.never : instantText(span.lastAskedIso)}</td>
        </tr>
      ))}
    </tbody>
  </table>
);
