import type { CategoryCount } from '#shared/transaction-list.ts';
import type { ReadingLedger } from '../open-ledger-read-only.ts';

interface StoredCount extends Omit<CategoryCount, 'is_own'> {
  readonly is_own: number;
}

/** The categories that rows of the list have, most used first; `is_own`: at least one row has it from the user. */
export const listCategories = ({ db }: ReadingLedger): readonly CategoryCount[] =>
  db
    .prepare<[], StoredCount>(
      `SELECT coalesce(o.own_category, t.category) AS category, max(o.own_category IS NOT NULL) AS is_own,
              count(*) AS count
       FROM transactions t LEFT JOIN shown_overlays o ON o.transaction_ref = t.ref
       WHERE t.removed_at IS NULL AND o.is_hidden IS NOT 1
       GROUP BY 1 ORDER BY count DESC, category`,
    )
    .all()
    .map((row) => ({ ...row, is_own: row.is_own === 1 }));
