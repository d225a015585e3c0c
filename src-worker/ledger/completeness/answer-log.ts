import { type CalendarDay, type DayRange, utcDay } from '#shared/calendar-day.ts';

/** An answer of the bank about some days. */
export interface Answer extends DayRange {
  readonly askedAtIso: string;
}

/** When the bank answered for each day. */
export interface AnswerLog {
  /** The last answer for the day before that moment; `null`: there was none. */
  readonly lastBefore: (day: CalendarDay, iso: string) => string | null;
  /** The first answer for the day after that moment; `null`: there is none yet. */
  readonly firstAfter: (day: CalendarDay, iso: string) => string | null;
}

/** `answers` in order of `askedAtIso`. */
export function readAnswerLog(answers: readonly Answer[]): AnswerLog {
  const timesOf = new Map<CalendarDay, string[]>();
  for (const { from, to, askedAtIso } of answers) {
    for (const day of daysOf({ from, to })) {
      const times = timesOf.get(day);
      if (times === undefined) timesOf.set(day, [askedAtIso]);
      else times.push(askedAtIso);
    }
  }
  return {
    lastBefore: (day, iso) => timesOf.get(day)?.findLast((time) => time < iso) ?? null,
    firstAfter: (day, iso) => timesOf.get(day)?.find((time) => time > iso) ?? null,
  };
}

const dayMs = 86_400_000;
/** A question of centuries is a mistyped one; nobody looks at it day by day. */
const mostDays = 20_000;

/** Days by their first millisecond, written out once: the same few thousand are walked for every account. */
const written = new Map<number, CalendarDay>();

/** Plain arithmetic: an hourly sync of some years is a million of these, which a calendar would take seconds for. */
export function* daysOf({ from, to }: DayRange): Generator<CalendarDay> {
  const firstMs = Date.parse(from);
  const lastMs = Math.min(Date.parse(to), firstMs + mostDays * dayMs);
  for (let ms = firstMs; ms <= lastMs; ms += dayMs) {
    const known = written.get(ms);
    const day = known ?? utcDay(ms);
    if (known === undefined) written.set(ms, day);
    yield day;
  }
}
