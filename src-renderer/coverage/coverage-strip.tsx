import type { ReactNode } from 'react';
import { dayCount } from '#shared/calendar-day.ts';
import type { AccountCompleteness, CoverageSpan } from '#shared/completeness.ts';
import { dayText } from '../format/day-text.ts';
import { daySpanText } from '../format/day-span-text.ts';
import { completenessWords as words } from '../words/words.ts';

/**
 * An account's days from left to right, coloured by what the bank did about them; as wide as they are many, but never
 * too narrow to be seen. To a screen reader it is one picture with its whole story; the table has the same in cells.
 */
export function CoverageStrip(props: {
  account: Pick<AccountCompleteness, 'displayName' | 'spans'>;
}): ReactNode {
  const { displayName, spans } = props.account;
  const first = spans[0];
  const last = spans.at(-1);
  if (first === undefined || last === undefined) return null;
  return (
    <div
      className="coverage-strip"
      role="img"
      aria-label={words.strip(
        displayName,
        daySpanText(first.from, last.to),
        spans.map((span) => words.spanOf(daySpanText(span.from, span.to), span)),
      )}
    >
      {spans.map((span) => (
        <span
          key={span.from}
          className={`coverage-span coverage-${span.outcome}`}
          style={{ flexGrow: dayCount(span) }}
          title={words.spanOf(daySpanText(span.from, span.to), span)}
        />
      ))}
    </div>
  );
}

const outcomes: readonly (readonly [CoverageSpan['outcome'], string])[] = [
  ['answered', words.answered],
  ['refused', words.refused],
  ['never-asked', words.neverAsked],
];

/** The first and the last day of the strip, under it. The strip has said them to those who listen. */
export function CoverageEnds({ spans }: Pick<AccountCompleteness, 'spans'>): ReactNode {
  const first = spans[0];
  const last = spans.at(-1);
  if (first === undefined || last === undefined) return null;
  return (
    <div className="coverage-ends" aria-hidden="true">
      <span>{dayText(first.from)}</span>
      <span>{dayText(last.to)}</span>
    </div>
  );
}

/** Which pattern is what. */
export const CoverageLegend = (): ReactNode => (
  <ul className="coverage-legend" aria-label={words.legend}>
    {outcomes.map(([outcome, label]) => (
      <li key={outcome}>
        <span className={`coverage-key coverage-${outcome}`} aria-hidden="true" />
        {label}
      </li>
    ))}
  </ul>
);
