import type { DayRange } from '../calendar-day.ts';
import { plural } from './count-of.ts';

/** What a sync found out about an account that it brought nothing new for. */
export interface EmptyAnswer {
  /** The first and the last day the bank answered for; `null`: it answered for none. */
  readonly answered: DayRange | null;
  /** Rows the bank sent that were there already. */
  readonly duplicates: number;
  /** Days of the account had been answered before this sync. */
  readonly isKnown: boolean;
}

/** Why a sync brought no new row: a bare 0 leaves open whether there is nothing, or nothing was given. */
export function emptyAnswerWords({ answered, duplicates, isKnown }: EmptyAnswer): string {
  if (answered === null) return '0 new rows because the bank answered for none of the days it was asked for.';
  const days =
    answered.from === answered.to ? answered.from : `the days from ${answered.from} to ${answered.to}`;
  if (duplicates > 0) {
    const rows = plural(duplicates, { one: 'the one row', other: `all ${String(duplicates)} rows` });
    return `0 new rows because ${rows} the bank has for ${days} ${plural(duplicates, { one: 'is', other: 'are' })} here already.`;
  }
  return isKnown
    ? `0 new rows because the bank has none for ${days}.`
    : `0 rows because the bank has none for ${days}: the account is new, or was not used.`;
}

/** Said of an account whose bank answers the question for pending transactions with 403. */
export const pendingDeniedWords = 'Pending transactions are left out because the bank denies access to them.';
