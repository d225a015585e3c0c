import type { CashFlow, InsightFilter, MonthFlow } from '#shared/insights.ts';
import type { ReadingLedger } from '../open-ledger-read-only.ts';
import { findTransfers } from './find-transfers.ts';
import { monthsOf } from './months-of.ts';
import { sumMovements } from './sum-movements.ts';

/** Money in and out by month, transfers between own accounts left out and counted apart. */
export function readCashFlow({ db }: ReadingLedger, filter: InsightFilter): CashFlow {
  const transfers = findTransfers(db, filter);
  const grouping = {
    columns: { month: { t: 'substr(t.date, 1, 7)', s: 's.month' } },
    summed: 'sums_by_category',
  } as const;
  const { sql, values } = sumMovements(db, filter, grouping, transfers.refs);
  const summed = db
    .prepare<(string | number)[], MonthFlow>(
      `SELECT month, sum(in_minor) AS in_minor, sum(out_minor) AS out_minor, sum(count) AS count
       FROM (${sql}) GROUP BY month`,
    )
    .all(...values);
  const byMonth = new Map(summed.map((each) => [each.month, each]));
  return {
    months: monthsOf(filter).map(
      (month) => byMonth.get(month) ?? { month, in_minor: 0, out_minor: 0, count: 0 },
    ),
    transfers: { count: transfers.count, moved_minor: transfers.movedMinor },
  };
}
