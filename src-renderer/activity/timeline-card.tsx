import type { ReactNode } from 'react';
import type { JobTimeline } from '#shared/job-timeline.ts';
import { measureText } from '../format/measure-text.ts';
import { ChartFigure } from '../charts/chart-figure.tsx';
import { countText } from '../format/count-text.ts';
import { activityWords } from '../words/words.ts';
import { TimelinePlot } from './timeline-plot.tsx';

const words = activityWords.timeline;

/** Where a job's time went: a line for each account, and the same as a table. */
export function TimelineCard({ timeline }: { timeline: JobTimeline }): ReactNode {
  const { elapsedMs, lanes, spans } = timeline;
  const accounts = lanes.filter(({ accountId }) => accountId !== null).length;
  const summary = words.summary(elapsedMs, accounts);
  const nameOf = (lane: number): string => lanes[lane]?.displayName || words.discovery;
  const rows = spans.map((span) => [
    nameOf(span.lane),
    words.span(span),
    measureText(span.startMs),
    measureText(span.durationMs),
    countText(span.count),
  ]);
  return (
    <ChartFigure title={words.title} summary={summary} table={{ columns: words.columns, rows }}>
      <TimelinePlot timeline={timeline} label={summary} />
      <ul className="timeline-legend">
        {(['api', 'database', 'wait'] as const).map((kind) => (
          <li key={kind}>
            <span className={`timeline-key timeline-key-${kind}`} aria-hidden="true" />
            {words.kind[kind]}
          </li>
        ))}
      </ul>
    </ChartFigure>
  );
}
