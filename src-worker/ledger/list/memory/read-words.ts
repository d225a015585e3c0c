import type { ReadingDatabase } from '../../ledger-database.ts';
import { ftsWord } from '../search-condition.ts';

/** A word of the index, and a part of the rows that have it: their refs in rising order, as text with commas between. */
export type WordRows = readonly [word: string, refs: Uint8Array];
type CountedWord = readonly [word: string, rows: number];

/** Counting a word's rows takes an eighth of the time that reading them takes. */
const countedForRead = 8;

/**
 * The whole index of words off the file, `rowsOfSlice` rows of words or so at a time: words in the order of their bytes; one
 * that more rows have comes in parts. A row whose words change meanwhile is in it as it was, as it is, or in part.
 */
export function* readWords(
  db: ReadingDatabase,
  newestRef: number,
  rowsOfSlice: number,
): Generator<readonly WordRows[], undefined> {
  db.exec(`
    CREATE VIRTUAL TABLE IF NOT EXISTS temp.words_counted USING fts5vocab ('main', 'transaction_words', 'row');
    CREATE VIRTUAL TABLE IF NOT EXISTS temp.words_of_rows USING fts5vocab ('main', 'transaction_words', 'instance');`);
  const count = db
    .prepare<[string], CountedWord>('SELECT term, doc FROM temp.words_counted WHERE term > ?')
    .raw();
  const readSome = db
    .prepare<[string, string], WordRows>(
      `SELECT term, CAST(group_concat(doc) AS BLOB) FROM temp.words_of_rows
       WHERE term BETWEEN ? AND ? GROUP BY term`,
    )
    .raw();
  // FTS5 keeps to a bound of rowids only when it is an integer; numbers are bound as floating ones.
  const readPart = db
    .prepare<[string, number, number], Uint8Array | null>(
      `SELECT CAST(group_concat(rowid) AS BLOB) FROM transaction_words
       WHERE transaction_words MATCH ? AND rowid > CAST(? AS INTEGER) AND rowid <= CAST(? AS INTEGER)`,
    )
    .pluck();

  let last = '';
  for (;;) {
    const counted = firstWords(count.iterate(last), rowsOfSlice * countedForRead);
    if (counted.length === 0) return undefined;
    yield [];
    for (const some of portions(counted, rowsOfSlice)) {
      const [[first, rows] = ['', 0]] = some;
      last = some.at(-1)?.[0] ?? last;
      if (rows <= rowsOfSlice) {
        yield readSome.all(first, last);
        continue;
      }
      const step = Math.ceil((rowsOfSlice * newestRef) / rows);
      for (let ref = 0; ref < newestRef; ref += step) {
        const refs = readPart.get(ftsWord(first), ref, ref + step);
        yield refs == null ? [] : [[first, refs]];
      }
    }
  }
}

function firstWords(counted: Iterable<CountedWord>, rows: number): readonly CountedWord[] {
  const words: CountedWord[] = [];
  let sum = 0;
  for (const word of counted) {
    words.push(word);
    sum += word[1];
    if (sum > rows) break;
  }
  return words;
}

/** Words beside one another that have some `rowsOfSlice` rows together; one that has more alone is alone. */
function* portions(counted: readonly CountedWord[], rowsOfSlice: number): Generator<readonly CountedWord[]> {
  let some: CountedWord[] = [];
  let sum = 0;
  for (const word of counted) {
    sum += word[1];
    if (some.length > 0 && sum > rowsOfSlice) {
      yield some;
      some = [];
      sum = word[1];
    }
    some.push(word);
  }
  if (some.length > 0) yield some;
}
