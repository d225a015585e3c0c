import { firstFrom } from './in-bytes.ts';
import { type ListColumns, placeOf } from './list-columns.ts';

/** In which rows each word stands: 4 bytes for each row of each word. */
export interface WordPostings {
  /** A word after all others, or more rows of the last: refs in rising order, as text with commas between. */
  readonly add: (word: string, refs: Uint8Array) => void;
  /** Rows with a word that begins with `beginning` and are marked `from` get the mark `to`. */
  readonly mark: (beginning: string, marks: Uint8Array, from: number, to: number) => void;
}

/** Expected; for more, room is made. */
const wordsOfRow = 6;
const comma = 0x2c;
const zero = 0x30;

/**
 * None yet, for the rows there are now. FTS5 hands rows out one by one, 0.2 s for a word that a million rows have; here
 * that is a loop over numbers.
 */
export function createWordPostings(columns: ListColumns): WordPostings {
  const { size } = columns;
  /** In the order of their bytes. */
  const words: string[] = [];
  /** Where each word's rows end in `places`. */
  const ends: number[] = [];
  let places = new Uint32Array(size * wordsOfRow);
  let length = 0;

  function addPlaces(refs: Uint8Array): void {
    for (let at = 0; at < refs.length; at += 1) {
      let ref = 0;
      for (let digit = refs[at] ?? comma; digit !== comma; digit = refs[at] ?? comma) {
        ref = ref * 10 + digit - zero;
        at += 1;
      }
      // Where no row was ever deleted, a ref tells its place.
      const place = columns.ref[ref - 1] === ref ? ref - 1 : placeOf(columns, ref);
      if (place < 0 || place >= size) continue;
      places[length] = place;
      length += 1;
    }
  }

  return {
    add: (word, refs) => {
      // A ref and its comma are two bytes at least.
      if (length + refs.length > places.length) places = roomier(places, length + refs.length);
      addPlaces(refs);
      if (words.at(-1) !== word) words.push(word);
      ends[words.length - 1] = length;
    },
    mark: (beginning, marks, from, to) => {
      for (let at = firstFrom(words, beginning); words[at]?.startsWith(beginning) === true; at += 1) {
        const end = ends[at] ?? 0;
        for (let posting = ends[at - 1] ?? 0; posting < end; posting += 1) {
          const place = places[posting] ?? 0;
          if (marks[place] === from) marks[place] = to;
        }
      }
    },
  };
}

function roomier(places: Uint32Array<ArrayBuffer>, least: number): Uint32Array<ArrayBuffer> {
  const copy = new Uint32Array(Math.ceil(least * 1.3));
  copy.set(places);
  return copy;
}
