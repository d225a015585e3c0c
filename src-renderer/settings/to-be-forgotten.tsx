import type { ReactNode } from 'react';
import type { ConnectionData } from '#shared/connection-data.ts';
import { forgetWords as words } from '../words/words.ts';

/** Exactly what is deleted, a line each. */
export function ToBeForgotten({ data }: { data: ConnectionData }): ReactNode {
  const { firstDay, lastDay } = data;
  const days = firstDay === null || lastDay === null ? null : { from: firstDay, to: lastDay };
  return (
    <div>
      <p>{words.deleted}</p>
      <ul className="forget-list">
        <li>{words.accounts(data.accounts)}</li>
        <li>{words.transactions(data.transactions, data.notCounted, days)}</li>
        <li>{words.annotated(data.annotated)}</li>
        <li>{words.pages(data.pages, data.pageBytes)}</li>
        <li>{words.consent}</li>
      </ul>
    </div>
  );
}
