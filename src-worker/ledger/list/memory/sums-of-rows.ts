import type { CategoryCount, CurrencyTotal } from '#shared/transaction-list.ts';
import type { ListColumns } from './list-columns.ts';

/** Sums for each kind of row, of which there are a few hundred; what is wanted is added up from these. */
interface SumsByKind {
  readonly counts: Float64Array;
  readonly ins: Float64Array;
  readonly outs: Float64Array;
}

/** Count and sums of the marked rows, a line for each currency, by its name. */
export function totalsOf(columns: ListColumns, marks: Uint8Array): readonly CurrencyTotal[] {
  const { counts, ins, outs } = sumsByKind(columns, marks);
  const byCurrency = new Map<string, { count: number; in_minor: number; out_minor: number }>();
  columns.kinds.all.forEach(({ currency }, number) => {
    if (counts[number] === 0) return;
    const sum = byCurrency.get(currency) ?? { count: 0, in_minor: 0, out_minor: 0 };
    sum.count += counts[number] ?? 0;
    sum.in_minor += ins[number] ?? 0;
    sum.out_minor += outs[number] ?? 0;
    byCurrency.set(currency, sum);
  });
  return [...byCurrency]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, sum]) => ({ currency, ...sum }));
}

/** The categories of the marked rows, most used first. */
export function categoriesOf(columns: ListColumns, marks: Uint8Array): readonly CategoryCount[] {
  const { counts } = sumsByKind(columns, marks);
  const byName = new Map<string, { is_own: boolean; count: number }>();
  columns.kinds.all.forEach(({ category, classification }, number) => {
    if (counts[number] === 0) return;
    const known = byName.get(category) ?? { is_own: false, count: 0 };
    known.is_own ||= classification === null;
    known.count += counts[number] ?? 0;
    byName.set(category, known);
  });
  return [...byName]
    .map(([category, known]) => ({ category, ...known }))
    .toSorted((a, b) => b.count - a.count || (a.category < b.category ? -1 : 1));
}

function sumsByKind({ size, kind, kinds, amountMinor }: ListColumns, marks: Uint8Array): SumsByKind {
  const counts = new Float64Array(kinds.all.length);
  const ins = new Float64Array(kinds.all.length);
  const outs = new Float64Array(kinds.all.length);
  for (let place = 0; place < size; place += 1) {
    if (marks[place] !== 1) continue;
    const number = kind[place] ?? 0;
    const amount = amountMinor[place] ?? 0;
    counts[number] = (counts[number] ?? 0) + 1;
    if (amount > 0) ins[number] = (ins[number] ?? 0) + amount;
    else outs[number] = (outs[number] ?? 0) + amount;
  }
  return { counts, ins, outs };
}
