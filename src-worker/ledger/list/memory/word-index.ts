import type { ReadingDatabase } from '../../ledger-database.ts';
import type { ListColumns } from './list-columns.ts';
import { readWords, type WordRows } from './read-words.ts';
import { createWordPostings, type WordPostings } from './word-postings.ts';
import { createWordsSince, type WordsSince } from './words-since.ts';

/** Marks are bytes, a number for each word. */
const mostWords = 250;

/** How it is read. */
export interface WordIndexSizes {
  /** Rows of words read before others get their turn. */
  readonly rowsOfWords: number;
  /** With more rows than this changed since it was read, it is read anew, beside other questions. */
  readonly mostSince: number;
}

/** All words of a list in memory, and of which rows they are. */
export interface WordIndex {
  /** 1 at the place of each row, removed ones too, that has a word beginning with each of these. `null`: ask the file. */
  readonly marksOf: (beginnings: readonly string[]) => Uint8Array | null;
  /** `places`: of rows that came or changed. */
  readonly changed: (places: readonly number[]) => void;
  /** Reads no further: the list is given up. */
  readonly stop: () => void;
}

interface Known {
  readonly postings: WordPostings;
  readonly since: WordsSince;
}

/** Begins to read, in slices. `later` runs work when others have had their turn. */
export function createWordIndex(
  db: ReadingDatabase,
  columns: ListColumns,
  later: (work: () => void) => void,
  { rowsOfWords, mostSince }: WordIndexSizes,
): WordIndex {
  let known: Known | undefined;
  let reading: Known | undefined;

  function startReading(): void {
    const mine = { postings: createWordPostings(columns), since: createWordsSince(db, columns) };
    const slices: Iterator<readonly WordRows[], undefined> = readWords(
      db,
      columns.ref[columns.size - 1] ?? 0,
      rowsOfWords,
    );
    reading = mine;
    const next = (): void => {
      if (!db.open || reading !== mine) return;
      try {
        const slice = slices.next();
        if (slice.done !== true) {
          for (const [word, refs] of slice.value) mine.postings.add(word, refs);
          later(next);
          return;
        }
        known = mine;
      } catch {
        // A damaged or vanished file: the next search meets the same fault, and says so to whoever asked.
      }
      reading = undefined;
    };
    later(next);
  }

  startReading();
  return {
    marksOf: (beginnings) =>
      known === undefined || beginnings.length > mostWords ? null : marksBy(known, columns, beginnings),
    changed: (places) => {
      known?.since.add(places);
      reading?.since.add(places);
      if (reading === undefined && known !== undefined && known.since.size() > mostSince) startReading();
    },
    stop: () => {
      reading = undefined;
    },
  };
}

/** A row goes from mark to mark with each word that it has. */
function marksBy(
  { postings, since }: Known,
  { size }: ListColumns,
  beginnings: readonly string[],
): Uint8Array {
  const marks = new Uint8Array(size);
  beginnings.forEach((beginning, at) => {
    postings.mark(beginning, marks, at, at + 1);
  });
  const all = beginnings.length;
  if (all > 1) for (let place = 0; place < size; place += 1) marks[place] = marks[place] === all ? 1 : 0;
  for (const place of since.places()) marks[place] = 0;
  for (const place of since.find(beginnings)) marks[place] = 1;
  return marks;
}
