import type { ReactNode } from 'react';
import type { JobReceipt, ReceiptEntry } from '#shared/job-receipt.ts';
import { nearInstantText } from '../format/day-text.ts';
import { daySpanText } from '../format/day-span-text.ts';
import { activityWords } from '../words/words.ts';
import { CountCell } from './count-cell.tsx';

const words = activityWords.receipt;

/** The columns that are counts, in their order. */
type Sums = Pick<
  JobReceipt['totals'],
  'returned' | 'inserted' | 'duplicates' | 'changed' | 'removed' | 'settled'
>;

/** One account's part of a receipt: its name with its sums, then what it was asked. */
export function ReceiptRows(props: { entries: readonly ReceiptEntry[]; startedAt: string }): ReactNode {
  const { entries, startedAt } = props;
  return (
    <tbody>
      <tr className="receipt-account">
        <th scope="rowgroup" colSpan={4}>
          {entries[0]?.displayName}
        </th>
        <SumCells sums={sumsOf(entries)} />
      </tr>
      {entries.map((entry) => (
        <EntryRow key={entry.id} entry={entry} startedAt={startedAt} />
      ))}
    </tbody>
  );
}

/** The count columns of a line of sums. */
export const SumCells = ({ sums }: { sums: Sums }): ReactNode => (
  <>
    <CountCell count={sums.returned} />
    <CountCell count={sums.inserted} />
    <CountCell count={sums.duplicates} />
    <CountCell count={sums.changed} />
    <CountCell count={sums.removed} />
    <CountCell count={sums.settled} />
  </>
);

function EntryRow({ entry, startedAt }: { entry: ReceiptEntry; startedAt: string }): ReactNode {
  const { kind, from, to, httpStatus } = entry;
  return (
    <tr className={kind === 'undone' ? 'receipt-undone' : undefined}>
      <th scope="row">{nearInstantText(entry.at, Date.parse(startedAt))}</th>
      <td>{words.kind(entry)}</td>
      <td>{from === null || to === null ? '' : daySpanText(from, to)}</td>
      <td>{httpStatus ?? ''}</td>
      <MaybeCountCell entry={entry} count={entry.returned} />
      <CountCell count={entry.inserted} />
      <MaybeCountCell entry={entry} count={entry.duplicates} />
      <CountCell count={entry.changed} />
      <CountCell count={entry.removed} />
      <CountCell count={entry.settled} />
    </tr>
  );
}

/** What an older Passbook did not keep is not known; what is no page has no rows. */
function MaybeCountCell({ entry, count }: { entry: ReceiptEntry; count: number | null }): ReactNode {
  if (count !== null) return <CountCell count={count} />;
  if (!isPage(entry)) return <td />;
  return (
    <td>
      <span aria-hidden="true">{'–'}</span>
      <span className="unseen">{words.notKnown}</span>
    </td>
  );
}

const isPage = ({ kind }: ReceiptEntry): boolean => kind === 'transactions' || kind === 'pending';

function sumsOf(entries: readonly ReceiptEntry[]): Sums {
  const sums = { returned: 0, inserted: 0, duplicates: 0, changed: 0, removed: 0, settled: 0 };
  for (const entry of entries.filter(isPage)) {
    sums.returned += entry.returned ?? 0;
    sums.inserted += entry.inserted;
    sums.duplicates += entry.duplicates ?? 0;
    sums.changed += entry.changed;
    sums.removed += entry.removed;
    sums.settled += entry.settled;
  }
  return sums;
}
