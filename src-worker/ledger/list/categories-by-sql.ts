import type { CategoryCount } from '#shared/transaction-list.ts';
import type { ReadingDatabase } from '../ledger-database.ts';

interface StoredCount extends Omit<CategoryCount, 'is_own'> {
  readonly is_own: number;
}

/**
 * The categories that rows of the list have. The bank's are counted for all rows and taken back for the few the user said
 * something about: looking for an overlay of each row would take twice as long.
 */
export const categoriesBySql = (db: ReadingDatabase): readonly CategoryCount[] =>
  db
    .prepare<[], StoredCount>(
      `WITH said AS (
         SELECT t.category, o.own_category, o.is_hidden FROM shown_overlays o
         CROSS JOIN transactions t ON t.ref = o.transaction_ref
         WHERE t.removed_at IS NULL AND (o.is_hidden = 1 OR o.own_category IS NOT NULL)),
       counted AS (
         SELECT category, 0 AS is_own, count(*) AS count FROM transactions WHERE removed_at IS NULL GROUP BY category
         UNION ALL SELECT category, 0, -count(*) FROM said GROUP BY category
         UNION ALL SELECT own_category, 1, count(*) FROM said
           WHERE is_hidden = 0 AND own_category IS NOT NULL GROUP BY own_category)
       SELECT category, max(is_own) AS is_own, sum(count) AS count FROM counted
       GROUP BY category HAVING sum(count) > 0 ORDER BY count DESC, category`,
    )
    .all()
    .map((row) => ({ ...row, is_own: row.is_own === 1 }));
