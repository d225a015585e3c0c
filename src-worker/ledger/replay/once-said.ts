import { contentOf } from '../../identity/fingerprint.ts';
import type { ReadingDatabase } from '../ledger-database.ts';
import type { RowImage } from './row-image.ts';

/** What each of these rows said before its changes, last first; rows that always said the same are left out. */
export type OnceSaid = (rows: readonly RowImage[]) => ReadonlyMap<RowImage, readonly string[]>;

interface Change {
  readonly rowRef: number;
  readonly fields: string;
}

/**
 * Reads it from the rows' histories. Where a bank gives no ids, and the page that brought a row is left out, this alone
 * tells that a row is the one an earlier page had: without it that one would be made a second time, under a new number.
 */
export const openOnceSaid =
  (db: ReadingDatabase): OnceSaid =>
  (rows) => {
    const changes = db
      .prepare<[string], Change>(
        `SELECT transaction_ref AS rowRef, fields_json AS fields FROM transaction_changes
         WHERE transaction_ref IN (SELECT value FROM json_each(?)) AND fields_json <> '{}' ORDER BY ref DESC`,
      )
      .all(JSON.stringify(rows.map(({ ref }) => ref)));
    const byRow = Map.groupBy(changes, ({ rowRef }) => rowRef);
    return new Map(
      rows.flatMap((row) => {
        const said = contentsBefore(row, byRow.get(row.ref) ?? []);
        return said.length === 0 ? [] : [[row, said] as const];
      }),
    );
  };

function contentsBefore(row: RowImage, lastFirst: readonly Change[]): readonly string[] {
  const said = new Set([contentOf(row)]);
  const before = { ...row };
  for (const { fields } of lastFirst) {
    const changed = JSON.parse(fields) as Readonly<Record<string, readonly [unknown, unknown]>>;
    const old = Object.entries(changed).map(([field, [value]]) => [field, value] as const);
    Object.assign(before, Object.fromEntries(old));
    said.add(contentOf(before));
  }
  return [...said].slice(1);
}
