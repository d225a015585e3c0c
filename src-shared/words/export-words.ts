import { countOf, plural } from './count-of.ts';

/** `1 transaction`, `450 transactions`. `write`: how the reader's side writes a number. */
export const countOfRows = (rows: number, write?: (count: number) => string): string =>
  countOf(rows, 'transaction', undefined, write);

/** Why pending rows are not in a file; `null` when there were none to leave out. */
export const leftOutWords = (pending: number): string | null =>
  pending === 0
    ? null
    : `${countOf(pending, 'pending transaction was', 'pending transactions were')} left out: once booked, the other program would take ${plural(pending, { one: 'it for another one', other: 'them for others' })}.`;
