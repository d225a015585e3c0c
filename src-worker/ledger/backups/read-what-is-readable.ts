import Database from 'better-sqlite3';
import type { ReadingDatabase } from '../ledger-database.ts';

/** No row has a larger number (2 to the 53rd, where better-sqlite3's numbers end). */
const beyondAllRows = 2 ** 53;

/** What came out of a table that may be damaged. */
export interface ReadableRows {
  readonly rows: number;
  /** How often a part of the table had to be stepped over. */
  readonly lost: number;
}

type Row = Readonly<Record<string, unknown>>;

/**
 * Hands over every row of a table that SQLite can still read, in the order of their numbers, and steps over what it
 * cannot: damage is a page here and there, and the rows after it are found by their numbers.
 *
 * `hasRowid`: tables without have no numbers to go on by; they are read from both ends.
 */
export function readWhatIsReadable(
  db: ReadingDatabase,
  table: { readonly name: string; readonly hasRowid: boolean },
  take: (row: Row) => void,
): ReadableRows {
  return table.hasRowid ? readByNumbers(db, table.name, take) : readFromBothEnds(db, table.name, take);
}

function readByNumbers(db: ReadingDatabase, name: string, take: (row: Row) => void): ReadableRows {
  let rows = 0;
  let lost = 0;
  let next = 0;
  for (;;) {
    try {
      const select = db.prepare<[number], Row>(
        `SELECT rowid AS row_number, * FROM "${name}" WHERE rowid >= ? ORDER BY rowid`,
      );
      for (const { row_number: number, ...row } of select.iterate(next)) {
        take(row);
        rows += 1;
        next = Number(number) + 1;
      }
      return { rows, lost };
    } catch (error) {
      if (!isDamage(error)) throw error;
    }
    lost += 1;
    const from = firstReadableFrom(db, name, next);
    if (from === null) return { rows, lost };
    next = from;
  }
}

/** The first number behind `next` from where a row can be read again: found by doubling, then narrowed down by halves. */
function firstReadableFrom(db: ReadingDatabase, name: string, next: number): number | null {
  let failing = 0;
  let step = 1;
  while (!canRead(db, name, next + step)) {
    failing = step;
    step *= 2;
    if (next + step > beyondAllRows) return null;
  }
  while (step - failing > 1) {
    const middle = Math.floor((failing + step) / 2);
    if (canRead(db, name, next + middle)) step = middle;
    else failing = middle;
  }
  return next + step;
}

/** There is a row from this number on, and it can be read. At the end of the table there is none, which is no row either. */
function canRead(db: ReadingDatabase, name: string, from: number): boolean {
  try {
    return (
      db.prepare<[number]>(`SELECT * FROM "${name}" WHERE rowid >= ? ORDER BY rowid LIMIT 1`).get(from) !==
      undefined
    );
  } catch (error) {
    if (!isDamage(error)) throw error;
    return false;
  }
}

function readFromBothEnds(db: ReadingDatabase, name: string, take: (row: Row) => void): ReadableRows {
  let rows = 0;
  const key = db
    .prepare<[], { name: string; pk: number }>(
      `SELECT name, pk FROM pragma_table_info('${name}') WHERE pk > 0`,
    )
    .all()
    .toSorted((a, b) => a.pk - b.pk)
    .map((column) => `"${column.name}"`);
  const read = (order: 'ASC' | 'DESC'): boolean => {
    try {
      const by = key.map((column) => `${column} ${order}`).join(', ');
      for (const row of db.prepare<[], Row>(`SELECT * FROM "${name}" ORDER BY ${by}`).iterate()) {
        take(row);
        rows += 1;
      }
      return true;
    } catch (error) {
      if (!isDamage(error)) throw error;
      return false;
    }
  };
  if (read('ASC')) return { rows, lost: 0 };
  read('DESC');
  return { rows, lost: 1 };
}

const isDamage = (error: unknown): boolean =>
  error instanceof Database.SqliteError && /^SQLITE_(CORRUPT|IOERR|NOTADB|ERROR)/.test(error.code);
