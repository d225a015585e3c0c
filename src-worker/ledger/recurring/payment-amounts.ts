/** What the amounts of a payment are like over time. Minor units, signed. */
export interface AmountPattern {
  /** They differ from time to time by nature, as for energy; else they are the same until a price changes. */
  readonly isVariable: boolean;
  /** The last change of an otherwise fixed amount, or a variable one far beyond what it was; `at`: its place. */
  readonly change: { readonly at: number; readonly from: number; readonly to: number } | null;
}

/** So large a part of the amounts has to be the same as the one before for the payment to have a price. */
const fixedShare = 0.6;
/** So far from the middle one a variable amount may lie, as a part of it. */
const reach = 0.4;
/** A variable payment so many times as large as ever before is worth a word. */
const muchMore = 1.5;

/** Looks at amounts, oldest first, at least three; `null`: they have nothing in common, so it is no recurring payment. */
export function amountPattern(amounts: readonly number[]): AmountPattern | null {
  const same = amounts.filter((amount, index) => index > 0 && amount === amounts[index - 1]).length;
  if (same >= (amounts.length - 1) * fixedShare) {
    return { isVariable: false, change: lastChange(amounts) };
  }
  const before = amounts.slice(0, -1);
  const typical = middle(before);
  const isNear = (amount: number): boolean => Math.abs(amount - typical) <= Math.abs(typical) * reach;
  if (!before.every(isNear)) return null;
  const last = amounts.at(-1) ?? 0;
  if (isNear(last)) return { isVariable: true, change: null };
  const largest = Math.max(...before.map(Math.abs));
  if (Math.sign(last) !== Math.sign(typical) || Math.abs(last) < largest * muchMore) {
    return { isVariable: true, change: null };
  }
  return { isVariable: true, change: { at: amounts.length - 1, from: typical, to: last } };
}

/** From a price that was paid at least twice to one that has held since. */
function lastChange(amounts: readonly number[]): AmountPattern['change'] {
  const at = amounts.findLastIndex((amount, index) => index > 0 && amount !== amounts[index - 1]);
  const from = amounts[at - 1];
  const to = amounts[at];
  if (at < 2 || from === undefined || to === undefined || amounts[at - 2] !== from) return null;
  return { at, from, to };
}

function middle(amounts: readonly number[]): number {
  const sorted = amounts.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
