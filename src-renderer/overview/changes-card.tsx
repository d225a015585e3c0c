import type { ReactNode } from 'react';
import type { ChangesSince, NewRows, NotableRow } from '#shared/overview.ts';
import { dayText } from '../format/day-text.ts';
import { moneyText } from '../format/money-text.ts';
import { nearDayText } from '../format/near-day-text.ts';
import { useWindow } from '../state/window-context.ts';
import { overviewWords as words } from '../words/words.ts';

/** What has come since the user last looked: how many rows, how much, and the two worth naming. */
export function ChangesCard({ changes }: { changes: ChangesSince }): ReactNode {
  const { store } = useWindow();
  const { since_iso: sinceIso, since, new_rows: newRows, settled, amended, removed } = changes;
  if (sinceIso === null) return null;
  const when = nearDayText(sinceIso, store.nowMs());
  const others = [
    ...(settled === 0 ? [] : [words.settled(settled)]),
    ...(amended === 0 ? [] : [words.amended(amended)]),
    ...(removed === 0 ? [] : [words.removed(removed)]),
  ];
  return (
    <section className="card overview-changes" aria-labelledby="changes">
      <h2 id="changes">{words.changes}</h2>
      <p className="quiet">{since === 'look' ? words.sinceLook(when) : words.sinceSync(when)}</p>
      {newRows.length === 0 ? <p>{words.nothingNew}</p> : null}
      {newRows.map((rows) => (
        <NewRowsOf key={rows.currency} rows={rows} />
      ))}
      {newRows.length === 0 ? null : (
        <button
          type="button"
          className="link changes-all"
          onClick={() => store.open({ kind: 'all-transactions', filter: { newSince: sinceIso } })}
        >
          {words.showNew(newRows.reduce((sum, { count }) => sum + count, 0))}
        </button>
      )}
      {others.length === 0 ? null : <p className="quiet">{others.join(' \u00b7 ')}</p>}
    </section>
  );
}

function NewRowsOf({ rows }: { rows: NewRows }): ReactNode {
  const money = (amountMinor: number): string => moneyText({ amountMinor, currency: rows.currency });
  return (
    <div className="changes-rows">
      <p>
        <strong>{words.newRows(rows.count)}</strong>{' '}
        <span className="quiet">{words.inAndOut(money(rows.in_minor), money(-rows.out_minor))}</span>
      </p>
      <ul className="notable-rows">
        <Notable row={rows.biggest_in} currency={rows.currency} what={words.biggestIn} />
        <Notable row={rows.biggest_out} currency={rows.currency} what={words.biggestOut} />
      </ul>
    </div>
  );
}

function Notable(props: { row: NotableRow | null; currency: string; what: string }): ReactNode {
  const { row, currency, what } = props;
  const { store } = useWindow();
  if (row === null) return null;
  return (
    <li className="notable-row">
      <button
        type="button"
        className="link"
        onClick={() =>
          store.open({
            kind: 'all-transactions',
            filter: { accountIds: [row.account_id], from: row.date, to: row.date },
          })
        }
      >
        {row.name}
      </button>
      <span className="notable-amount">
        {moneyText({ amountMinor: row.amount_minor, currency }, { sign: 'always' })}
      </span>
      <span className="quiet">
        {what}, {dayText(row.date)}
      </span>
    </li>
  );
}
