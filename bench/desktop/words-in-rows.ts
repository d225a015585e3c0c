import { askLedgerFile } from '../stage/read-ledger.ts';

const shortest = 4;
const longest = 8;

/** Words of some rows' descriptions, as somebody would search for them: different ones, the same in every run. */
export function wordsInRows(ledgerPath: string, count: number): readonly string[] {
  const ask = askLedgerFile(ledgerPath);
  const words = new Set<string>();
  for (let at = 1; words.size < count && at < 100 * count; at += 1) {
    const [row] = ask<{ description: string }>('SELECT description FROM transactions WHERE ref = ?', at * 97);
    // Every keyboard has a key for these letters, and the one that is driven here no others.
    const fit = (row?.description ?? '')
      .split(/[^\p{L}]+/u)
      .filter((word) => word.length >= shortest && /^[a-z]+$/i.test(word));
    const word = fit[at % Math.max(1, fit.length)];
    if (word !== undefined) words.add(word.slice(0, longest).toLowerCase());
  }
  return [...words];
}
