import type { ReadingDatabase, WritingDatabase } from '../ledger-database.ts';
import { type ReadableRows, readWhatIsReadable } from './read-what-is-readable.ts';

interface Table {
  readonly name: string;
  readonly hasRowid: boolean;
}

/** Made from other tables by triggers and writers, and made anew after. */
const isDerived = (name: string): boolean =>
  name.startsWith('transaction_words') ||
  name.startsWith('sums_') ||
  name === 'shown_overlays' ||
  name === 'list_changes';

/**
 * Moves every row of a damaged ledger that can still be read into an empty one of the same schema version. Foreign keys
 * must be off: rows may refer to ones that are lost.
 */
export function salvageTables(from: ReadingDatabase, to: WritingDatabase): ReadableRows {
  let rows = 0;
  let lost = 0;
  const work = to.transaction(() => {
    for (const table of tablesOf(to)) {
      const into = writerOf(to, table);
      const read = readWhatIsReadable(from, table, into);
      rows += read.rows;
      lost += read.lost;
    }
  });
  work.immediate();
  return { rows, lost };
}

const tablesOf = (db: ReadingDatabase): readonly Table[] =>
  db
    .prepare<[], { name: string; wr: number }>(
      `SELECT name, wr FROM pragma_table_list
       WHERE type = 'table' AND schema = 'main' AND name NOT LIKE 'sqlite%'`,
    )
    .all()
    .filter(({ name }) => !isDerived(name))
    .map(({ name, wr }) => ({ name, hasRowid: wr === 0 }));

/** Takes rows with whatever columns both have; a row that is there already, or breaks a rule of the schema, is left out. */
function writerOf(to: WritingDatabase, { name }: Table): (row: Readonly<Record<string, unknown>>) => void {
  const columns = to.prepare<[], string>(`SELECT name FROM pragma_table_info('${name}')`).pluck().all();
  const list = columns.map((column) => `"${column}"`).join(', ');
  const insert = to.prepare(
    `INSERT OR IGNORE INTO "${name}" (${list}) VALUES (${columns.map(() => '?').join(', ')})`,
  );
  return (row) => void insert.run(...columns.map((column) => row[column] ?? null));
}
