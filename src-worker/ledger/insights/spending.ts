import type { InsightFilter, Spending, SpendingGroup } from '#shared/insights.ts';
import type { ReadingLedger } from '../open-ledger-read-only.ts';
import { findTransfers } from './find-transfers.ts';
import { sumMovements } from './sum-movements.ts';

/** How many groups have a bar of their own; more nobody compares. */
const groupsShown = 12;

/** Columns, and what they become a name by, once summed: fewer names are made than there are rows. */
const groupings = {
  category: {
    columns: {
      classification_json: { t: 't.classification_json', s: 's.classification_json' },
      category: { t: 't.category', s: 's.category' },
    },
    summed: 'sums_by_category',
    name: `coalesce(own_category, classification_json ->> '$[0]', category)`,
    kind: `iif(own_category IS NOT NULL, 'own', iif(classification_json ->> '$[0]' IS NOT NULL, 'classification', 'category'))`,
  },
  merchant: {
    columns: {
      name: { t: 'coalesce(t.merchant, t.description)', s: 's.name' },
      is_text: { t: 't.merchant IS NULL', s: 's.is_text' },
    },
    summed: 'sums_by_name',
    name: 'name',
    kind: `iif(is_text, 'text', 'merchant')`,
  },
} as const;

interface SpendingRow extends SpendingGroup {
  readonly allGroups: number;
  readonly allMinor: number;
  readonly allCount: number;
}

/** Money of one direction by category or merchant, transfers between own accounts left out. */
export function readSpending(
  { db }: ReadingLedger,
  wish: {
    readonly filter: InsightFilter;
    readonly by: 'category' | 'merchant';
    readonly direction: 'in' | 'out';
  },
): Spending {
  const { refs } = findTransfers(db, wish.filter);
  const { columns, summed, ...grouping } = groupings[wish.by];
  const { direction } = wish;
  const { sql, values } = sumMovements(db, wish.filter, { columns, summed, direction }, refs);
  const rows = db
    .prepare<(string | number)[], SpendingRow>(
      `WITH g AS MATERIALIZED (
         SELECT ${grouping.name} AS name, ${grouping.kind} AS kind, sum(in_minor - out_minor) AS minor,
                sum(count) AS count
         FROM (${sql}) GROUP BY 1, 2 HAVING minor > 0)
       SELECT g.*, sums.* FROM (SELECT * FROM g ORDER BY minor DESC, name LIMIT ${String(groupsShown)}) g
       CROSS JOIN (SELECT count(*) AS allGroups, sum(minor) AS allMinor, sum(count) AS allCount FROM g) sums
       ORDER BY minor DESC, name`,
    )
    .all(...values);
  const groups = rows.map(({ name, kind, minor, count }) => ({ name, kind, minor, count }));
  const [first] = rows;
  const sum = (of: (group: SpendingGroup) => number): number =>
    groups.reduce((total, each) => total + of(each), 0);
  return {
    groups,
    rest: {
      groups: (first?.allGroups ?? 0) - groups.length,
      minor: (first?.allMinor ?? 0) - sum(({ minor }) => minor),
      count: (first?.allCount ?? 0) - sum(({ count }) => count),
    },
    total_minor: first?.allMinor ?? 0,
  };
}
