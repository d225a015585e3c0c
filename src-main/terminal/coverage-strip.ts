import { dayCount } from '#shared/calendar-day.ts';
import type { CoverageSpan } from '#shared/completeness.ts';

/** Plain characters, as in the progress bar: they read the same in a log, a mail from cron, and by ear. */
const marks = { answered: '#', refused: 'x', 'never-asked': '.' } as const;
const legend = '(# answered, x refused, . never asked)';
const widest = 60;

/**
 * An account's days as one line of characters, oldest at the left. What is worse wins a character: a week that was
 * never asked is seen in a strip of six years.
 *
 * @param spans touching each other, oldest first
 */
export function coverageStrip(spans: readonly CoverageSpan[], columns: number): string {
  const days = spans.reduce((sum, span) => sum + dayCount(span), 0);
  const width = Math.max(1, Math.min(widest, days, columns - legend.length - '[]  '.length));
  const strip: string[] = Array.from({ length: width }, () => marks.answered);
  let day = 0;
  for (const span of spans) {
    const end = day + dayCount(span);
    const first = Math.floor((day * width) / days);
    const last = Math.ceil((end * width) / days) - 1;
    for (let index = first; index <= last; index += 1) {
      if (span.outcome !== 'answered') strip[index] = marks[span.outcome];
    }
    day = end;
  }
  return `[${strip.join('')}] ${legend}`;
}
