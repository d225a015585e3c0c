import { hasUnspacedScript } from '#shared/unspaced-script.ts';

/** A part of a text: what was searched for, or what stands between. */
export interface TextPart {
  readonly text: string;
  readonly isHit: boolean;
}

/** Takes a text apart at what was searched for. One part that is no hit: it is not in there. */
export type FindHits = (text: string) => readonly TextPart[];

/** As the ledger's index of words splits them: letters and digits, with the accents on them. */
const words = /[\p{L}\p{N}\p{Co}][\p{L}\p{N}\p{Co}\p{M}]*/gu;

/**
 * Shows where the search is found in what a row says: at the beginnings of words, whatever their accents and case, as the
 * ledger looks for it (`search-condition.ts`); anywhere when there is no such word in it. Only a picture: which rows are
 * found is the ledger's word, whose idea of a letter may be another Unicode version's.
 */
export function hitFinder(search: string): FindHits {
  const sought = search.trim();
  if (sought === '') return (text) => [{ text, isHit: false }];
  const beginnings = [...sought.matchAll(words)].map(([word]) => plain(word));
  const isAnywhere = beginnings.length === 0 || hasUnspacedScript(sought);
  const spansIn = isAnywhere
    ? (text: string) => placesOf(text, sought.toLowerCase())
    : (text: string) => beginningsIn(text, beginnings);
  return (text) => partsOf(text, spansIn(text));
}

type Span = readonly [from: number, to: number];

function beginningsIn(text: string, beginnings: readonly string[]): readonly Span[] {
  return [...text.matchAll(words)].flatMap(({ 0: word, index }): readonly Span[] => {
    const said = plain(word);
    const longest = Math.max(
      0,
      ...beginnings.filter((one) => said.startsWith(one)).map(({ length }) => length),
    );
    return longest === 0 ? [] : [[index, index + lengthOf(word, longest)]];
  });
}

/** How much of a word stands for so many letters of it without accents. */
function lengthOf(word: string, plainLength: number): number {
  let length = 0;
  for (const letter of word) {
    // An accent that is a character of its own belongs to the letter before it.
    if (plain(word.slice(0, length)).length >= plainLength && plain(letter) !== '') return length;
    length += letter.length;
  }
  return length;
}

function placesOf(text: string, sought: string): readonly Span[] {
  const small = text.toLowerCase();
  // A few letters are longer when small: then places would not be those of the text.
  if (small.length !== text.length) return [];
  const spans: Span[] = [];
  for (let at = small.indexOf(sought); at >= 0; at = small.indexOf(sought, at + sought.length)) {
    spans.push([at, at + sought.length]);
  }
  return spans;
}

function partsOf(text: string, spans: readonly Span[]): readonly TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  const add = (to: number, isHit: boolean): void => {
    if (to > end) parts.push({ text: text.slice(end, to), isHit });
    end = to;
  };
  for (const [from, to] of spans) {
    add(from, false);
    add(to, true);
  }
  add(text.length, false);
  return parts;
}

const plain = (word: string): string => word.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '');
