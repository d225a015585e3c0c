import { type CalendarDay, type DayRange, laterDay } from '#shared/calendar-day.ts';
import type { CoverageSpan } from '#shared/completeness.ts';
import { daysOf } from './answer-log.ts';

/** One question about some days, and how the bank took it. */
export interface AskedDays extends DayRange {
  readonly outcome: 'answered' | 'refused';
  /** A failure kind, for refusals. */
  readonly reason: string | null;
  readonly askedAtIso: string;
}

/** What became of one day. */
interface DayFate {
  readonly outcome: CoverageSpan['outcome'];
  readonly reason: string | null;
  readonly lastAskedIso: string;
}

/** What was asked of an account, day by day. */
export interface DayLog {
  /** The fates of all days from `from` to `to`, neighbours of the same fate merged; `rowsOf`: live booked rows of a day. */
  readonly spans: (range: DayRange, rowsOf: (day: CalendarDay) => number) => readonly CoverageSpan[];
  /** The first day anything was asked about; `null`: nothing was. */
  readonly firstDay: CalendarDay | null;
}

/** `asked` in order of `askedAtIso`. */
export function readDayLog(asked: readonly AskedDays[]): DayLog {
  const fates = new Map<CalendarDay, DayFate>();
  for (const question of asked) {
    for (const day of daysOf(question)) fates.set(day, afterQuestion(fates.get(day), question));
  }
  const first = asked.reduce<CalendarDay | null>(
    (oldest, { from }) => (oldest === null || from < oldest ? from : oldest),
    null,
  );
  return {
    firstDay: first,
    spans: (range, rowsOf) => {
      const spans: CoverageSpan[] = [];
      for (const day of daysOf(range)) {
        const next = spanOfDay(day, fates.get(day), rowsOf(day));
        const last = spans.at(-1);
        if (last?.outcome === next.outcome && last.reason === next.reason) {
          spans[spans.length - 1] = joined(last, next);
        } else {
          spans.push(next);
        }
      }
      return spans;
    },
  };
}

/** What was answered once is known, whatever was refused before or after. */
function afterQuestion(before: DayFate | undefined, { outcome, reason, askedAtIso }: AskedDays): DayFate {
  if (outcome === 'answered') {
    return { outcome, reason: null, lastAskedIso: askedAtIso };
  }
  return before?.outcome === 'answered'
    ? { ...before, lastAskedIso: askedAtIso }
    : { outcome, reason, lastAskedIso: askedAtIso };
}

const spanOfDay = (day: CalendarDay, fate: DayFate | undefined, rows: number): CoverageSpan => ({
  from: day,
  to: day,
  outcome: fate?.outcome ?? 'never-asked',
  reason: fate?.reason ?? null,
  lastAskedIso: fate?.lastAskedIso ?? null,
  rows,
});

const joined = (earlier: CoverageSpan, later: CoverageSpan): CoverageSpan => ({
  ...earlier,
  to: later.to,
  lastAskedIso:
    earlier.lastAskedIso === null || later.lastAskedIso === null
      ? (earlier.lastAskedIso ?? later.lastAskedIso)
      : laterDay(earlier.lastAskedIso, later.lastAskedIso),
  rows: earlier.rows + later.rows,
});
