import { useState, type ReactNode } from 'react';
import { chartWords as words } from '../words/words.ts';
import { useWidth } from './use-width.ts';
import { pointAt, walk } from './walk.ts';

/** What a chart draws into. Sizes in pixels; the values' axis stands left of `left`. */
export interface Plot {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  /** The point that is looked at; `null`: none. */
  readonly active: number | null;
}

/** Room for the numbers of the axis. */
const axisWidth = 64;
const plotHeight = 200;
/** Room for the names under it, and above it for half of the highest number. */
const footHeight = 24;
const headHeight = 8;

/**
 * The plot of a chart that one walks through, point by point: with the arrow keys, as a slider, which every screen reader
 * knows how to say; or with the pointer. What the point says stands above. Enter or a click opens it, where it opens.
 */
export function ChartWalker(props: {
  label: string;
  count: number;
  textOf: (index: number) => string;
  onOpen?: ((index: number) => void) | undefined;
  draw: (plot: Plot) => ReactNode;
}): ReactNode {
  const { label, count, textOf, onOpen, draw } = props;
  const [box, width] = useWidth<HTMLDivElement>(800);
  const [active, setActive] = useState<number | null>(null);
  const at = active === null || active >= count ? count - 1 : active;
  const plotWidth = Math.max(1, width - axisWidth);
  const placeOf = (event: { clientX: number; currentTarget: Element }): number => {
    const { left } = event.currentTarget.getBoundingClientRect();
    return pointAt((event.clientX - left - axisWidth) / plotWidth, count);
  };
  const hint = onOpen === undefined ? words.walk : words.walkAndOpen;
  return (
    <>
      <p className="chart-readout" aria-hidden="true">
        {active === null ? <span className="quiet">{hint}</span> : textOf(at)}
      </p>
      <div
        ref={box}
        className={onOpen === undefined ? 'chart-plot' : 'chart-plot chart-plot-opens'}
        role="slider"
        tabIndex={0}
        aria-label={label}
        aria-roledescription={words.chart}
        aria-valuemin={1}
        aria-valuemax={count}
        aria-valuenow={at + 1}
        aria-valuetext={textOf(at)}
        onFocus={() => setActive(at)}
        onBlur={() => setActive(null)}
        onPointerMove={(event) => setActive(placeOf(event))}
        onPointerLeave={(event) => {
          if (document.activeElement !== event.currentTarget) setActive(null);
        }}
        onClick={(event) => onOpen?.(placeOf(event))}
        onKeyDown={(event) => {
          if (event.altKey || event.ctrlKey || event.metaKey) return;
          if (event.key === 'Enter') onOpen?.(at);
          const next = walk(event.key, at, count);
          if (next === null) return;
          event.preventDefault();
          setActive(next);
        }}
      >
        <svg width={width} height={headHeight + plotHeight + footHeight} aria-hidden="true" focusable="false">
          <g transform={`translate(0 ${String(headHeight)})`}>
            {draw({
              width: plotWidth,
              height: plotHeight,
              left: axisWidth,
              active: active === null ? null : at,
            })}
          </g>
        </svg>
      </div>
    </>
  );
}
