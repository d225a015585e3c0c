import type { ReadingDatabase } from '../../ledger-database.ts';
import type { ListAnswers } from '../list-answers.ts';
import { changesSince, lastChange } from './changes-since.ts';
import { createListAnswers, type KeptLists } from './list-in-memory.ts';
import { createColumns, type ListColumns } from './list-columns.ts';
import { createNewestWalk, type NewestOrder, walkOn } from './newest-order.ts';
import { readNextRows, readRowsAgain } from './read-rows.ts';
import { createWordIndex, type WordIndex, type WordIndexSizes } from './word-index.ts';

/** How much is read before others get their turn: some 10 ms. */
export interface HeldListSizes extends WordIndexSizes {
  readonly rowsOfSlice: number;
}
const usualSizes: HeldListSizes = { rowsOfSlice: 5000, rowsOfWords: 40_000, mostSince: 50_000 };
/** With more changes than this it is quicker to read everything again, beside other questions. */
const mostChanges = 50_000;

/** A list in memory that follows its ledger. */
export interface HeldList {
  /** Brought up to date. `undefined`: not read yet; `atAnyPrice`: then it is read at once, a second or two for a million rows. */
  readonly answers: (atAnyPrice: boolean) => ListAnswers | undefined;
}

interface Reading {
  readonly slices: ReturnType<typeof readInSlices>;
  /** The number of the last change before reading began. */
  readonly seq: number;
}

interface Held {
  readonly columns: ListColumns;
  /** The number of the last change taken in. */
  seq: number;
  readonly words: WordIndex;
  readonly lists: KeptLists;
}

/**
 * Reads the list of a ledger in slices and keeps it in step after: by the log of changed rows (migration 17) and the
 * new rows' refs, so that a page stored by a sync costs milliseconds. `later` runs work when others have had their turn.
 */
export function createHeldList(
  db: ReadingDatabase,
  later: (work: () => void) => void,
  sizes = usualSizes,
): HeldList {
  let held: Held | undefined;
  let reading: Reading | undefined;

  /** @returns whether there is more to read. */
  function readSlice({ slices, seq }: Reading): boolean {
    const slice = slices.next();
    if (slice.done !== true) return true;
    const { columns, newest } = slice.value;
    const words = createWordIndex(db, columns, later, sizes);
    held = { columns, seq, words, lists: createListAnswers(db, columns, newest, words) };
    reading = undefined;
    return false;
  }

  function startReading(): void {
    held?.words.stop();
    held = undefined;
    const mine: Reading = { slices: readInSlices(db, sizes.rowsOfSlice), seq: lastChange(db) };
    reading = mine;
    const next = (): void => {
      if (!db.open || reading !== mine) return;
      try {
        if (readSlice(mine)) later(next);
      } catch {
        // A damaged or vanished file: the next question meets the same fault, and says so to whoever asked.
        reading = undefined;
      }
    };
    later(next);
  }

  startReading();
  return {
    answers: (atAnyPrice) => {
      if (held !== undefined && !bringUpToDate(db, held)) startReading();
      if (atAnyPrice && reading !== undefined) while (readSlice(reading));
      if (atAnyPrice && held !== undefined && !bringUpToDate(db, held)) startReading();
      return held?.lists.answers;
    },
  };
}

function* readInSlices(
  db: ReadingDatabase,
  sliceRows: number,
): Generator<undefined, { readonly columns: ListColumns; readonly newest: NewestOrder }> {
  const count = db.prepare<[], number | null>('SELECT max(ref) FROM transactions').pluck().get() ?? 0;
  const columns = createColumns(count);
  while (!readNextRows(db, columns, sliceRows).done) yield;
  const walk = createNewestWalk(columns);
  while (!walkOn(db, columns, walk, sliceRows).done) yield;
  return { columns, newest: walk };
}

/** @returns `false`: too much has changed to follow. */
function bringUpToDate(db: ReadingDatabase, held: Held): boolean {
  const { columns, lists } = held;
  const changes = changesSince(db, held.seq, mostChanges);
  if (changes === null) return false;
  const before = columns.size;
  while (!readNextRows(db, columns, usualSizes.rowsOfSlice).done);
  const changed = changes.refs.length === 0 ? [] : [...readRowsAgain(db, columns, changes.refs)];
  for (let place = before; place < columns.size; place += 1) changed.push(place);
  held.seq = changes.seq;
  if (changed.length > 0) lists.changed(changed);
  return true;
}
