import type { DayRange } from '../calendar-day.ts';

/** A range the bank would not serve. */
interface Refused extends DayRange {
  readonly reason: 'old-history-refused' | 'range-refused';
}

/** A sentence about history that could not be had; `undefined` when there is none to speak of. */
export function refusedHistoryWords(refused: readonly Refused[]): string | undefined {
  const [first] = refused;
  if (first === undefined) return undefined;
  const from = refused.reduce((oldest, range) => (range.from < oldest ? range.from : oldest), first.from);
  const to = refused.reduce((newest, range) => (range.to > newest ? range.to : newest), first.to);
  if (refused.some((range) => range.reason === 'old-history-refused')) {
    return `The bank serves days from ${from} to ${to} only in the first minutes after you connect: reconnect to get them.`;
  }
  return `The bank does not serve days from ${from} to ${to}.`;
}
