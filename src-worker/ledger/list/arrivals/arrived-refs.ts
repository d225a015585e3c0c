import type { TransactionListFilter } from '#shared/transaction-list.ts';
import type { ReadingDatabase } from '../../ledger-database.ts';
import { firstRefAfter } from './first-ref.ts';
import { type RefRange, refsOfJob } from './refs-of-job.ts';

/** The rows that came when the filter says, in order; `null`: it does not say. */
export function arrivedRefs(
  db: ReadingDatabase,
  { newSince, cameWith }: TransactionListFilter,
): readonly RefRange[] | null {
  if (newSince === undefined && cameWith === undefined) return null;
  const from = newSince === undefined ? 0 : firstRefAfter(db, newSince);
  const ofJob =
    cameWith === undefined ? [{ from, to: Number.MAX_SAFE_INTEGER }] : refsOfJob(db, cameWith.jobId);
  return ofJob
    .map((range) => ({ from: Math.max(range.from, from), to: range.to }))
    .filter((range) => range.from < range.to);
}
