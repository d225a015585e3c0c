import type { ListedTransaction } from '#shared/transaction-list.ts';

/** As many as can be changed in one call (`transactions.annotate`), and copied. */
export const mostMarks = 10_000;

/** The rows the user has marked, by id: a sync that moves rows does not mark other ones. Copying asks nobody. */
export type Marks = ReadonlyMap<number, ListedTransaction>;

/** Nothing is marked. */
export const noMarks: Marks = new Map();

/** Exactly these, as far as there may be so many. */
export const marksOf = (rows: readonly ListedTransaction[]): Marks =>
  new Map(rows.slice(0, mostMarks).map((row) => [row.id, row]));

/** With the row, or without it when it was there. A full set takes no more. */
export function toggled(marks: Marks, row: ListedTransaction): Marks {
  const next = new Map(marks);
  if (!next.delete(row.id) && next.size < mostMarks) next.set(row.id, row);
  return next;
}

/** Both ends of a range in order, and no more rows than may be marked, counted from where it began. */
export function markableRange(from: number, to: number): readonly [first: number, last: number] {
  return from <= to ? [from, Math.min(to, from + mostMarks - 1)] : [Math.max(to, from - mostMarks + 1), from];
}
