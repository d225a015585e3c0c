/** From here on two descriptions are taken for two spellings of one. */
export const alikeFrom = 0.6;

/** A text this short is contained in many: being contained says nothing then. */
const shortestContained = 4;

/** Letters and digits only, in capitals: banks differ from themselves in the rest. */
const plain = (text: string): string =>
  text
    .toUpperCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/**
 * How alike two descriptions are, 0 to 1: the share of neighbouring letters they have in common (Dice's coefficient
 * over pairs). A text that the other one merely continues ("TESCO" and "TESCO STORES 3021 LONDON") counts as 0.9.
 */
export function textLikeness(a: string, b: string): number {
  const one = plain(a);
  const other = plain(b);
  if (one === other) return 1;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (short.length >= shortestContained && ` ${long} `.includes(` ${short} `)) return 0.9;
  const pairs = pairsOf(one);
  let size = 0;
  for (const count of pairs.values()) size += count;
  let shared = 0;
  for (let at = 0; at + 1 < other.length; at += 1) {
    size += 1;
    const pair = other.slice(at, at + 2);
    const left = pairs.get(pair) ?? 0;
    if (left === 0) continue;
    pairs.set(pair, left - 1);
    shared += 1;
  }
  return size === 0 ? 0 : (2 * shared) / size;
}

function pairsOf(text: string): Map<string, number> {
  const pairs = new Map<string, number>();
  for (let at = 0; at + 1 < text.length; at += 1) {
    const pair = text.slice(at, at + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}
