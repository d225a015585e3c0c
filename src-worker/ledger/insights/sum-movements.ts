import { assertNever } from '#shared/assert-never.ts';
import type { InsightFilter } from '#shared/insights.ts';
import type { ReadingDatabase } from '../ledger-database.ts';
import { monthsToRead } from '../sums/months-to-read.ts';
import { accountRefsOf, rowsOfFilter } from './rows-of-filter.ts';

/** What rows are grouped by, and which of them count. */
export interface Grouping {
  /** Expressions of the row `t`, and of the kept sum `s`, each with its name. */
  readonly columns: Readonly<Record<string, { readonly t: string; readonly s: string }>>;
  /** The kept sums (migration 21) that are fine enough for it. */
  readonly summed: 'sums_by_category' | 'sums_by_name';
  /** Left out: both. */
  readonly direction?: 'in' | 'out';
}

/** SQL with the values it wants. */
export interface SummedSql {
  readonly sql: string;
  readonly values: readonly (string | number)[];
}

/**
 * SQL for sums of money in and out by some columns, with the user's own category beside them (`NULL`: none): still to be
 * added up, several lines may be of the same columns.
 *
 * The rows are summed as the bank sent them, whole months of an account out of the kept sums; then what differs is taken
 * out and put in again as it is to count: rows the user hides, turns or gives a category of their own (few, found from
 * their end), and transfers between own accounts, whose row numbers are `leftOut`. Asking for an overlay row by row costs
 * a million rows a third of a second.
 */
export function sumMovements(
  db: ReadingDatabase,
  filter: InsightFilter,
  { columns, summed, direction }: Grouping,
  leftOut: readonly number[],
): SummedSql {
  const { where, values } = rowsOfFilter(db, filter);
  const names = Object.keys(columns);
  const keysOf = (of: 't' | 's'): string =>
    names.map((name) => `${columns[name]?.[of] ?? ''} AS ${name}`).join(', ');
  const keys = keysOf('t');
  const sums = (amount: string, times: '' | '-'): string =>
    `${times}sum(max(${amount}, 0)) AS in_minor, ${times}sum(min(${amount}, 0)) AS out_minor, ${times}count(*) AS count`;
  const directed = (amount: string): string =>
    direction === undefined ? '' : `AND ${amount} ${direction === 'in' ? '> 0' : '< 0'}`;
  const asSent = directed('t.amount_minor');
  const numbers = names.map((_, index) => String(index + 1)).join(', ');
  const turned = 'iif(o.is_flipped = 1, -t.amount_minor, t.amount_minor)';
  const overlaid = 'FROM shown_overlays o CROSS JOIN transactions t ON t.ref = o.transaction_ref';
  const months = monthsToRead(db, accountRefsOf(db, filter.accountIds), filter);
  const allRows = `
        SELECT ${keys}, NULL AS own_category, ${sums('t.amount_minor', '')}
        FROM transactions t WHERE ${where} ${asSent} GROUP BY ${numbers}`;
  const keptSums = `
        SELECT ${keysOf('s')}, NULL AS own_category, ${keptOf(direction)}
        FROM json_each(?) m CROSS JOIN ${summed} s ON s.account_ref = m.value ->> 0 AND s.month = m.value ->> 1
        WHERE s.currency = ? ${movedOf(direction)}
        UNION ALL
        SELECT ${keys}, NULL, ${sums('t.amount_minor', '')}
        FROM json_each(?) m CROSS JOIN transactions t
          ON t.account_ref = m.value ->> 0 AND t.date BETWEEN m.value ->> 1 AND m.value ->> 2
        WHERE t.removed_at IS NULL AND t.currency = ? ${asSent} GROUP BY ${numbers}`;
  const { currency } = filter;
  return {
    sql: `${months === null ? allRows : keptSums}
        UNION ALL
        SELECT ${keys}, NULL, ${sums('t.amount_minor', '-')} ${overlaid} WHERE ${where} ${asSent} GROUP BY ${numbers}
        UNION ALL
        SELECT ${keys}, o.own_category, ${sums(turned, '')} ${overlaid}
        WHERE o.is_hidden = 0 AND ${where} ${directed(turned)} GROUP BY ${numbers}, o.own_category
        UNION ALL
        SELECT ${keys}, NULL, ${sums('t.amount_minor', '-')}
        FROM json_each(?) x CROSS JOIN transactions t ON t.ref = x.value WHERE ${where} ${asSent} GROUP BY ${numbers}`,
    values: [
      ...(months === null ? values : [months.summed, currency, months.rows, currency]),
      ...values,
      ...values,
      JSON.stringify(leftOut),
      ...values,
    ],
  };
}

/** Without the many names that money went the other way for. */
const movedOf = (direction: 'in' | 'out' | undefined): string =>
  direction === undefined ? '' : `AND s.${direction}_count > 0`;

/** A kept sum as the rows it stands for would be summed up. */
const keptOf = (direction: 'in' | 'out' | undefined): string => {
  switch (direction) {
    case undefined:
      return 's.in_minor AS in_minor, s.out_minor AS out_minor, s.count AS count';
    case 'in':
      return 's.in_minor AS in_minor, 0 AS out_minor, s.in_count AS count';
    case 'out':
      return '0 AS in_minor, s.out_minor AS out_minor, s.out_count AS count';
    default:
      return assertNever(direction);
  }
};
