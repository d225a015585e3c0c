import { scaleLinear } from 'd3-scale';

/** An axis of values: round numbers that hold all of them, and where each lies. */
export interface ValueScale {
  /** In whole units of the currency, with where each lies. */
  readonly ticks: readonly { readonly whole: number; readonly y: number }[];
  /** Pixels from the top, of minor units. */
  readonly y: (value: number) => number;
}

/** How many lines lie behind a chart, about. */
const tickCount = 4;

/** `values`: minor units; zero is always on the axis. `height`: pixels. `minorUnits`: in one of the currency. */
export function valueScale(values: readonly number[], height: number, minorUnits: number): ValueScale {
  const whole = values.map((value) => value / minorUnits);
  const lowest = Math.min(0, ...whole);
  const highest = Math.max(0, ...whole);
  const scale = scaleLinear()
    .domain(lowest === highest ? [0, 1] : [lowest, highest])
    .nice(tickCount)
    .range([height, 0]);
  return {
    ticks: scale.ticks(tickCount).map((tick) => ({ whole: tick, y: scale(tick) })),
    y: (value) => scale(value / minorUnits),
  };
}
