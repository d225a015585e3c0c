import type { TransactionListFilter } from '#shared/transaction-list.ts';
import type { ReadingDatabase } from '../../ledger-database.ts';
import type { Condition } from '../search-condition.ts';
import { arrivedRefs } from './arrived-refs.ts';

/** `areFew`: reading the rows that came is less work than walking any index. */
export interface ArrivedCondition {
  readonly condition: Condition;
  readonly areFew: boolean;
}

/**
 * The rows that came when the filter says, as a condition on `t`; `null`: it does not say. Few are read by their numbers.
 * Of most of a ledger that would be all to put in order for a first page, which an index has in order: a plus keeps SQLite
 * from the numbers then.
 */
export function arrivedCondition(
  db: ReadingDatabase,
  filter: TransactionListFilter,
): ArrivedCondition | null {
  const ranges = arrivedRefs(db, filter);
  if (ranges === null) return null;
  const newest = db.prepare<[], number | null>('SELECT max(ref) FROM transactions').pluck().get() ?? 0;
  const { from = 0 } = ranges[0] ?? {};
  const to = Math.min(ranges.at(-1)?.to ?? 0, newest + 1);
  const areFew = (to - from) * 2 <= newest;
  const ref = areFew ? 't.ref' : '+t.ref';
  const within = { sql: `${ref} >= ? AND ${ref} < ?`, values: [from, to] };
  const { cameWith } = filter;
  if (ranges.length < 2 || cameWith === undefined) return { condition: within, areFew };
  // Another job stored pages in between.
  const condition = {
    sql: `${within.sql} AND t.first_page_ref IN (SELECT raw_page_ref FROM receipt_entries
      WHERE job_ref = (SELECT ref FROM jobs WHERE id = ?) AND raw_page_ref IS NOT NULL)`,
    values: [...within.values, cameWith.jobId],
  };
  return { condition, areFew };
}
