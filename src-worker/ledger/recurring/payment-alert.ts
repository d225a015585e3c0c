import { utcDay } from '#shared/calendar-day.ts';
import type { PaymentAlert } from '#shared/recurring-payment.ts';
import type { Series } from './find-series.ts';
import { type DayNumber, nextDue, rhythms } from './payment-period.ts';

/** What is known about the days around a series. */
export interface AlertFacts {
  /** The last day the bank has answered for: nothing is missed that nobody has asked about. */
  readonly knownUntil: DayNumber;
  /** The first day there are rows of: what is as old as the history is not new. */
  readonly knownFrom: DayNumber;
}

/** Where a series stands. */
export interface SeriesState {
  readonly alert: PaymentAlert | null;
  /** `null`: it has ended. */
  readonly nextDay: DayNumber | null;
  /** It ended so long ago that nobody wants to hear of it. */
  readonly isLongGone: boolean;
}

/** A series is new for so long: three of a month, and some days to see them. */
const newDays = 100;
/** Something that far before its first one has to be known for it to be called new. */
const historyDays = 45;
/** A changed amount is told for so long, or until it was paid a second time. */
const changedDays = 62;
/** An end is told for so long. */
const endedDays = 90;

const dayMs = 86_400_000;
const dayOf = (day: DayNumber): string => utcDay(day * dayMs);

/** What about a series is worth a look, the most pressing thing only: missed, ended, changed, new. */
export function seriesState({ period, occurrences, amounts }: Series, facts: AlertFacts): SeriesState {
  const { knownUntil, knownFrom } = facts;
  const { graceDays } = rhythms[period];
  const first = occurrences[0]?.day ?? 0;
  const last = occurrences.at(-1)?.day ?? 0;
  const due = nextDue(period, last);
  const dueAfter = nextDue(period, due);
  if (knownUntil > dueAfter + graceDays) {
    const isLongGone = knownUntil - dueAfter > endedDays;
    return { alert: { kind: 'ended', last_on: dayOf(last) }, nextDay: null, isLongGone };
  }
  if (knownUntil > due + graceDays) {
    return { alert: { kind: 'missed', expected_on: dayOf(due) }, nextDay: dueAfter, isLongGone: false };
  }
  const going = { nextDay: due, isLongGone: false };
  const { change } = amounts;
  const changedOn = change === null ? undefined : occurrences[change.at]?.day;
  if (change !== null && changedOn !== undefined && knownUntil - changedOn <= changedDays) {
    const { from, to } = change;
    return {
      ...going,
      alert: { kind: 'changed', from_minor: from, to_minor: to, on: dayOf(changedOn) },
    };
  }
  const isNew = knownUntil - first <= newDays && first - knownFrom >= historyDays;
  return { ...going, alert: isNew ? { kind: 'new', since: dayOf(first) } : null };
}
