import { addDays, type CalendarDay, laterDay } from '#shared/calendar-day.ts';
import type { Failure } from '#shared/failure.ts';
import type { AccountRun } from './account-run.ts';
import { storePage } from './sync-windows.ts';

/** Older pending rows that went have been booked before the windows were asked, or released. */
const newestDays = 7;

/**
 * A pending row went and nothing booked explains it: most likely it settled after its window was asked and before
 * the pending set was. The newest days are asked once more, so that it is not missing until the next run.
 *
 * @param since the earliest day of such a row.
 * @returns what ends the whole run; any other failure is left to the next one.
 */
export async function askForSettled(
  run: AccountRun,
  since: CalendarDay,
  today: CalendarDay,
): Promise<Failure | null> {
  const range = { from: laterDay(addDays(since, -1), addDays(today, -newestDays)), to: today };
  const answer = await run.source.transactions(run.account, range);
  if (answer.ok) {
    storePage(run, range, answer.value, 0);
    return null;
  }
  const { failure } = answer;
  return failure.kind === 'token-expired' || failure.kind === 'cancelled' ? failure : null;
}
