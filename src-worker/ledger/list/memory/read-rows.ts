import type { ReadingDatabase } from '../../ledger-database.ts';
import { shownAmount } from '../filter-conditions.ts';
import { kindKey } from './kinds.ts';
import { type ColumnValues, type ListColumns, placeOf, writeRow } from './list-columns.ts';

const columnsOf = `t.ref, t.date, t.timestamp_utc, ${shownAmount}, ${kindKey},
  (t.removed_at IS NULL) + 2 * coalesce(o.is_hidden, 0)`;
const overlay = 'LEFT JOIN shown_overlays o ON o.transaction_ref = t.ref';

/**
 * Reads the next rows by `ref`, at most `limit`, and adds them at the end.
 *
 * @returns the places they got, from `size` as it was; `done`: there are no more.
 */
export function readNextRows(
  db: ReadingDatabase,
  columns: ListColumns,
  limit: number,
): { readonly done: boolean } {
  const last = columns.size === 0 ? -1 : (columns.ref[columns.size - 1] ?? -1);
  const rows = db
    .prepare<[number, number]>(
      `SELECT ${columnsOf} FROM transactions t ${overlay} WHERE t.ref > ? ORDER BY t.ref LIMIT ?`,
    )
    .raw()
    .all(last, limit) as unknown as readonly ColumnValues[];
  for (const row of rows) writeRow(columns, columns.size, row);
  return { done: rows.length < limit };
}

/** Reads some rows again. @returns their places; rows not held are passed over. */
export function readRowsAgain(
  db: ReadingDatabase,
  columns: ListColumns,
  refs: readonly number[],
): readonly number[] {
  const rows = db
    .prepare<[string]>(
      `SELECT ${columnsOf} FROM json_each(?) j CROSS JOIN transactions t ON t.ref = j.value ${overlay}`,
    )
    .raw()
    .all(JSON.stringify(refs)) as unknown as readonly ColumnValues[];
  const places: number[] = [];
  for (const row of rows) {
    const place = placeOf(columns, row[0]);
    if (place < 0) continue;
    writeRow(columns, place, row);
    places.push(place);
  }
  return places;
}
