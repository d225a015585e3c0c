import { addDays, type CalendarDay, dayCount, type DayRange, laterDay } from '#shared/calendar-day.ts';
import { usualLookBackDays } from '#shared/sync-habits.ts';
import type { AskedHistory } from './account-ledger.ts';
import { cutAfter, splitAfter, subtractRanges } from './day-ranges.ts';

/** How far a first sync reaches: Monzo serves about six years right after the consent, the rest less. */
export const deepHistoryDays = 6 * 365;
/** Older than this is served only in the first minutes after a consent (truelayer.md 2.9). */
const perishableAfterDays = 90;

/** First window of a plan, in days. */
export const firstWidthDays = 30;
/** Widest window: a year keeps a page a page, even when it is empty. */
export const widestDays = 366;
/** A refused window is halved down to this; narrower, the range itself is what the bank refuses. */
export const narrowestDays = 7;

/**
 * What a person asked for, both ends optional. `lookBackDays`: how far behind the covered edge to ask again, as usual when
 * left out.
 */
export interface AskedRange {
  readonly from?: CalendarDay | undefined;
  readonly to?: CalendarDay | undefined;
  readonly lookBackDays?: number | undefined;
}

/** Which days an account still has to be asked for, in the order to ask. Each part is walked newest first. */
export type DayPlan = readonly DayRange[];

/**
 * Plans an account's days. A range asked for by hand is asked whole again. Otherwise: everything back to the deep
 * limit that was neither answered nor refused, and again the look-back behind the newest answered day.
 *
 * Perishable days come first (they may be refused in five minutes), then the recent ones.
 */
export function planDays(history: AskedHistory, today: CalendarDay, asked: AskedRange): DayPlan {
  const to = asked.to ?? today;
  const from = asked.from ?? addDays(today, -deepHistoryDays);
  if (from > to) return [];
  const byHand = asked.from !== undefined || asked.to !== undefined;
  const open = byHand
    ? [{ from, to }]
    : subtractRanges({ from, to }, settledRanges(history, asked.lookBackDays ?? usualLookBackDays));
  const { old, recent } = splitAfter(open, addDays(today, -perishableAfterDays));
  return [...newestFirst(old), ...newestFirst(recent)];
}

/** The unattended budget allows one transactions call: the look-back, or 90 days when nothing is known yet. */
export function planOneWindow(history: AskedHistory, today: CalendarDay, asked: AskedRange): DayPlan {
  const oldest = addDays(today, 1 - perishableAfterDays);
  const edge = history.answered.at(-1)?.to;
  const from =
    asked.from ??
    (edge === undefined
      ? oldest
      : laterDay(oldest, addDays(edge, -(asked.lookBackDays ?? usualLookBackDays))));
  const to = asked.to ?? today;
  return from > to ? [] : [{ from, to }];
}

/** The plan in two: what may be closed soon and is asked first, and the rest. Each keeps its order. */
export const splitPlan = (
  plan: DayPlan,
  today: CalendarDay,
): { readonly perishable: DayPlan; readonly recent: DayPlan } => {
  const lastOld = addDays(today, -perishableAfterDays);
  return {
    perishable: plan.filter(({ to }) => to <= lastOld),
    recent: plan.filter(({ to }) => to > lastOld),
  };
};

/**
 * A refusal is believed once days after it were answered: what a bank refuses while it serves nothing at all says
 * nothing about history, and would leave a hole until the next consent.
 */
function settledRanges(history: AskedHistory, lookBackDays: number): readonly DayRange[] {
  const edge = history.answered.at(-1)?.to;
  const settled = edge === undefined ? [] : cutAfter(history.answered, addDays(edge, -lookBackDays - 1));
  const believed = history.refused.filter(({ to }) => edge !== undefined && to < edge);
  return [...settled, ...believed];
}

const newestFirst = (ranges: readonly DayRange[]): readonly DayRange[] => ranges.toReversed();

/** How many windows of `widthDays` the plan needs: the estimate behind `pagesPlanned`. */
export const windowsIn = (plan: DayPlan, widthDays: number): number =>
  plan.reduce((sum, range) => sum + Math.ceil(dayCount(range) / widthDays), 0);
