import type { ReadingDatabase } from '../ledger-database.ts';

/** What `classifications` of a filter asks of a row `t` with its shown overlay `o`; its values are bound. */
export const classifiedCondition = (classifications: readonly string[]): string =>
  `o.own_category IS NULL
     AND coalesce(t.classification_json ->> '$[0]', '') IN (${classifications.map(() => '?').join(', ')})`;

/** The rows, removed ones too, that the bank classifies so; `null`: nothing is asked, so all of them. */
export function classifiedRefs(
  db: ReadingDatabase,
  classifications: readonly string[] | undefined,
): readonly number[] | null {
  if (classifications === undefined) return null;
  return db
    .prepare<unknown[], number>(
      `SELECT t.ref FROM transactions t LEFT JOIN shown_overlays o ON o.transaction_ref = t.ref
       WHERE ${classifiedCondition(classifications)} ORDER BY t.ref`,
    )
    .pluck()
    .all(...classifications);
}
