import type { ReadingDatabase } from '../../ledger-database.ts';
import { firstFrom, inBytes } from './in-bytes.ts';
import { type ListColumns, placeOf } from './list-columns.ts';

/** Each row's place among all descriptions, equal ones alike. */
export interface DescriptionRanks {
  readonly ranks: () => Float64Array;
  readonly changed: (places: readonly number[]) => void;
}

interface Known {
  /** The different descriptions in order; a rank is a place in here. */
  readonly texts: readonly string[];
  readonly ranks: Float64Array;
}

/**
 * Descriptions are read, by SQLite in their order, when the list is first wished in it, which few ever do: a second or so for
 * a million rows. The different texts stay in memory from then on, so that changed rows cost milliseconds.
 *
 * Small and capital letters count alike as in SQLite's NOCASE: those of ASCII; else the order is that of bytes.
 */
export function createDescriptionRanks(db: ReadingDatabase, columns: ListColumns): DescriptionRanks {
  let known: Known | undefined;
  const unread = new Set<number>();
  return {
    ranks: () => {
      if (known === undefined) known = readAll(db, columns);
      else if (unread.size > 0) known = withChanged(known, readSome(db, columns, unread), columns.size);
      unread.clear();
      return known.ranks;
    },
    changed: (places) => {
      if (known !== undefined) for (const place of places) unread.add(place);
    },
  };
}

function readAll(db: ReadingDatabase, columns: ListColumns): Known {
  // One value a row: two would be an array a row, and half as quick.
  const lines = db
    .prepare<[number], string>(
      `SELECT ref || ' ' || text
       FROM (SELECT ref, lower(description) AS text FROM transactions WHERE ref <= ?) ORDER BY text`,
    )
    .pluck()
    .all(columns.ref[columns.size - 1] ?? 0);
  const ranks = new Float64Array(columns.size);
  const texts: string[] = [];
  for (const line of lines) {
    const space = line.indexOf(' ');
    const text = line.slice(space + 1);
    if (texts.length === 0 || text !== texts.at(-1)) texts.push(text);
    const place = placeOf(columns, Number(line.slice(0, space)));
    if (place >= 0) ranks[place] = texts.length - 1;
  }
  return { texts, ranks };
}

/** By place. */
function readSome(
  db: ReadingDatabase,
  { ref }: ListColumns,
  places: ReadonlySet<number>,
): ReadonlyMap<number, string> {
  const read = db
    .prepare<[number], string>('SELECT lower(description) FROM transactions WHERE ref = ?')
    .pluck();
  return new Map([...places].map((place) => [place, read.get(ref[place] ?? 0) ?? '']));
}

/** New texts are put in where they belong, and what comes after them moves on. */
function withChanged({ texts, ranks }: Known, changed: ReadonlyMap<number, string>, size: number): Known {
  const coming = [...new Set(changed.values())]
    .map((text) => ({ text, at: firstFrom(texts, text) }))
    .filter(({ text, at }) => texts[at] !== text)
    .toSorted((a, b) => a.at - b.at || inBytes(a.text, b.text));
  const merged: string[] = [];
  const moved = new Float64Array(texts.length);
  let next = 0;
  for (let old = 0; old <= texts.length; old += 1) {
    for (; coming[next]?.at === old; next += 1) merged.push(coming[next]?.text ?? '');
    if (old === texts.length) break;
    moved[old] = merged.length;
    merged.push(texts[old] ?? '');
  }
  const now = new Float64Array(size);
  for (let place = 0; place < ranks.length; place += 1) now[place] = moved[ranks[place] ?? 0] ?? 0;
  for (const [place, text] of changed) now[place] = firstFrom(merged, text);
  return { texts: merged, ranks: now };
}
