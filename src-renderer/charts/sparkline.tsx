import { curveStepAfter, line } from 'd3-shape';
import type { ReactNode } from 'react';

const width = 96;
const height = 26;

/**
 * The shape of a value over some days, without axes: what the numbers beside it say in full. Nothing is drawn of fewer
 * than two known days.
 */
export function Sparkline({ values, text }: { values: readonly (number | null)[]; text: string }): ReactNode {
  const known = values.filter((value) => value !== null);
  if (known.length < 2) return null;
  const lowest = Math.min(...known);
  const reach = Math.max(...known) - lowest;
  const x = (index: number): number => 1 + (index / Math.max(1, values.length - 1)) * (width - 5);
  const y = (value: number): number =>
    reach === 0 ? height / 2 : 3 + (1 - (value - lowest) / reach) * (height - 6);
  const draw = line<number | null>()
    .defined((value) => value !== null)
    .x((_, index) => x(index))
    .y((value) => y(value ?? 0))
    .curve(curveStepAfter);
  const last = values.at(-1) ?? null;
  return (
    <span className="sparkline">
      <svg width={width} height={height} aria-hidden="true" focusable="false">
        <path className="sparkline-stroke" d={draw([...values]) ?? ''} />
        {last === null ? null : (
          <circle className="sparkline-end" cx={x(values.length - 1)} cy={y(last)} r={2} />
        )}
      </svg>
      <span className="unseen">{text}</span>
    </span>
  );
}
