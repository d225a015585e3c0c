import { useState, type ReactNode } from 'react';
import type { JobReceipt } from '#shared/job-receipt.ts';
import { countText } from '../format/count-text.ts';
import { activityWords } from '../words/words.ts';
import { ReceiptRows, SumCells } from './receipt-rows.tsx';

/** More pages than this are shown when asked for: a first sync of many accounts has hundreds. */
const shownAtOnce = 60;

const words = activityWords.receipt;

/** What the job asked, account by account and page by page, and what came of it. */
export function ReceiptCard({ receipt, ways }: { receipt: JobReceipt; ways: ReactNode }): ReactNode {
  const [showsAll, setShowsAll] = useState(false);
  const { entries, undoneAt, startedAt } = receipt;
  const shown = showsAll ? entries : entries.slice(0, shownAtOnce);
  const accounts = [...Map.groupBy(shown, ({ connectionId, accountId }) => `${connectionId} ${accountId}`)];
  return (
    <section className="card receipt" aria-labelledby="receipt">
      <header className="receipt-head">
        <h2 id="receipt">{words.title}</h2>
        <div className="receipt-ways">{ways}</div>
      </header>
      <p className="quiet">{words.under}</p>
      {undoneAt === null ? null : <p>{words.undone(undoneAt)}</p>}
      {entries.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <div className="receipt-table" tabIndex={0} role="region" aria-labelledby="receipt">
          <table>
            <thead>
              <tr>
                {Object.entries(words.columns).map(([name, title]) => (
                  <th key={name} scope="col">
                    {title}
                  </th>
                ))}
              </tr>
            </thead>
            {accounts.map(([account, own]) => (
              <ReceiptRows key={account} entries={own} startedAt={startedAt} />
            ))}
            <tfoot>
              <tr>
                <th scope="row" colSpan={4}>
                  {words.total}
                </th>
                <SumCells sums={receipt.totals} />
              </tr>
            </tfoot>
          </table>
        </div>
      )}
      {shown.length === entries.length ? null : (
        <button type="button" className="link" onClick={() => setShowsAll(true)}>
          {words.showAll(countText(entries.length))}
        </button>
      )}
    </section>
  );
}
