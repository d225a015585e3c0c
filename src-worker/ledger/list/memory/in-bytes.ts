/**
 * The order of texts that SQLite has: by the bytes of UTF-8. JavaScript's differs where a text has signs beyond the first
 * 65 536, such as emoji.
 */
export const inBytes = (a: string, b: string): number =>
  a === b ? 0 : Buffer.compare(Buffer.from(a), Buffer.from(b));

/** Where in `texts`, which are in this order, the first stands that does not come before `text`. */
export function firstFrom(texts: readonly string[], text: string): number {
  let low = 0;
  let high = texts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (inBytes(texts[middle] ?? '', text) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
