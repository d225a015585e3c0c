import type { ReactNode } from 'react';
import type { JobTimeline, TimelineSpan } from '#shared/job-timeline.ts';
import { measureText } from '../format/measure-text.ts';
import { useWidth } from '../charts/use-width.ts';
import { activityWords } from '../words/words.ts';

/** Sizes in pixels. Names stand left of `nameWidth`. */
const nameWidth = 180;
const laneHeight = 26;
const barHeight = 14;
const footHeight = 24;
/** What takes no time to speak of is still seen. */
const narrowestBar = 1.5;
/** Longer names are cut, as far as one can know without measuring text. */
const longestName = 26;

const words = activityWords.timeline;

/** Spans on the time of the job, a lane for each account. A picture: the table beside it has the numbers. */
export function TimelinePlot({ timeline, label }: { timeline: JobTimeline; label: string }): ReactNode {
  const [box, width] = useWidth<HTMLDivElement>(800);
  const { lanes, spans } = timeline;
  const endMs = Math.max(
    1,
    timeline.elapsedMs,
    ...spans.map(({ startMs, durationMs }) => startMs + durationMs),
  );
  const plotWidth = Math.max(1, width - nameWidth - 8);
  const xOf = (ms: number): number => nameWidth + (ms / endMs) * plotWidth;
  const height = lanes.length * laneHeight;
  return (
    <div ref={box} className="timeline-plot">
      <svg width={width} height={height + footHeight} role="img" aria-label={words.plot(label)}>
        <defs>
          <pattern
            id="timeline-hatch"
            width="6"
            height="6"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect className="timeline-hatch-ground" width="6" height="6" />
            <rect className="timeline-hatch-line" width="2" height="6" />
          </pattern>
        </defs>
        {ticksOf(endMs).map((ms) => (
          <g key={ms}>
            <line className="chart-line" x1={xOf(ms)} x2={xOf(ms)} y1={0} y2={height} />
            <text className="chart-text" x={xOf(ms)} y={height + 16} textAnchor="middle">
              {ms === 0 ? '0' : measureText(ms)}
            </text>
          </g>
        ))}
        {lanes.map(({ accountId, displayName }, lane) => (
          <text
            key={accountId ?? ''}
            className="chart-text"
            x={nameWidth - 10}
            y={lane * laneHeight + laneHeight / 2}
            dy="0.32em"
            textAnchor="end"
          >
            {cut(displayName === '' ? words.discovery : displayName)}
          </text>
        ))}
        {spans.map((span, index) => (
          <Bar key={index} span={span} x={xOf(span.startMs)} endX={xOf(span.startMs + span.durationMs)} />
        ))}
      </svg>
    </div>
  );
}

const Bar = ({ span, x, endX }: { span: TimelineSpan; x: number; endX: number }): ReactNode => (
  <rect
    className={`timeline-${span.kind}`}
    x={x}
    y={span.lane * laneHeight + (laneHeight - barHeight) / 2}
    width={Math.max(narrowestBar, endX - x)}
    height={barHeight}
    rx={2}
  >
    <title>{words.spanTook(span, measureText(span.durationMs))}</title>
  </rect>
);

/** Four or five round moments. */
function ticksOf(endMs: number): readonly number[] {
  const rough = endMs / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((times) => times * power).find((each) => each >= rough) ?? rough;
  return Array.from({ length: Math.floor(endMs / step) + 1 }, (_, index) => index * step);
}

const cut = (name: string): string =>
  name.length <= longestName ? name : `${name.slice(0, longestName - 1)}…`;
