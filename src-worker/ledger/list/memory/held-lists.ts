import type { ReadingDatabase } from '../../ledger-database.ts';
import type { ListAnswers } from '../list-answers.ts';
import { createHeldList, type HeldList } from './held-list.ts';

/** Fewer rows are read off the file in no time. */
const worthHolding = 20_000;

/** By the thread's handle, and gone with it: a ledger that is closed takes its list along. */
const lists = new WeakMap<ReadingDatabase, HeldList>();

/**
 * The list of this ledger in memory, brought up to date; `undefined` while it is being read, and for small ledgers. The
 * first question has it read in the background, a slice at a time, so that other questions get their turn. `atAnyPrice`: for
 * a question that takes the file longer than reading the list.
 */
export function heldListOf(db: ReadingDatabase, atAnyPrice = false): ListAnswers | undefined {
  const known = lists.get(db);
  if (known !== undefined) return known.answers(atAnyPrice);
  // A handle opened for one question only is not worth it.
  if (db.readonly || newestRef(db) < worthHolding) return undefined;
  // Not unref'd: a thread that waits for its next task would not run them.
  const list = createHeldList(db, (work) => void setImmediate(work));
  lists.set(db, list);
  return list.answers(atAnyPrice);
}

/** Whether the list of this ledger is on its way into memory: what takes the file seconds is better asked for again then. */
export const isBeingRead = (db: ReadingDatabase): boolean => heldListOf(db) === undefined && lists.has(db);

const newestRef = (db: ReadingDatabase): number =>
  db.prepare<[], number | null>('SELECT max(ref) FROM transactions').pluck().get() ?? 0;
