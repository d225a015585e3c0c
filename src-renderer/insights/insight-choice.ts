import type { CalendarDay } from '#shared/calendar-day.ts';
import type { InsightFilter, InsightScope } from '#shared/insights.ts';
import { daysOfRange, type RangeChoice } from './insight-range.ts';

/** What the user has chosen to see; kept while the window is open. */
export interface InsightChoice {
  /** `null`: the one most accounts have. */
  readonly currency: string | null;
  /** `null`: all of the currency. */
  readonly accountIds: readonly string[] | null;
  readonly range: RangeChoice;
}

/** A year shows the seasons and fits. */
export const firstChoice: InsightChoice = { currency: null, accountIds: null, range: '12' };

/** What main is asked for; `undefined`: there is nothing to ask about. What is no longer there counts as not chosen. */
export function filterOfChoice(
  choice: InsightChoice,
  scope: InsightScope,
  today: CalendarDay,
): InsightFilter | undefined {
  const found = scope.currencies.find(({ currency }) => currency === choice.currency) ?? scope.currencies[0];
  if (found === undefined) return undefined;
  const accountIds = choice.accountIds?.filter((id) => found.account_ids.includes(id)) ?? [];
  return {
    currency: found.currency,
    ...(accountIds.length === 0 ? {} : { accountIds }),
    ...daysOfRange(choice.range, today, scope.first_day),
  };
}
