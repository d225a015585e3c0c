import { area, curveLinear, curveStepAfter, line } from 'd3-shape';
import type { ReactNode } from 'react';
import { minorUnitsIn } from '../format/minor-units-in.ts';
import { ChartWalker } from './chart-walker.tsx';
import { NameAxis } from './name-axis.tsx';
import { ValueAxis } from './value-axis.tsx';
import { valueScale } from './value-scale.ts';

/** A value over time: a line, in steps where it is known at some points only, with a gap where it is not known. */
export function LineChart(props: {
  label: string;
  currency: string;
  /** Minor units; `null`: not known. */
  values: readonly (number | null)[];
  names: readonly string[];
  isStepped: boolean;
  textOf: (index: number) => string;
}): ReactNode {
  const { values, currency } = props;
  return (
    <ChartWalker
      label={props.label}
      count={values.length}
      textOf={props.textOf}
      draw={(plot) => {
        const known = values.filter((value) => value !== null);
        const scale = valueScale(known, plot.height, minorUnitsIn(currency));
        const step = plot.width / Math.max(1, values.length);
        const x = (index: number): number => plot.left + (index + 0.5) * step;
        const curve = props.isStepped ? curveStepAfter : curveLinear;
        const points = values.map((value, index) => ({ value, index }));
        const isKnown = ({ value }: { value: number | null }): boolean => value !== null;
        const y = ({ value }: { value: number | null }): number => scale.y(value ?? 0);
        const stroke = line<(typeof points)[number]>(({ index }) => x(index), y)
          .defined(isKnown)
          .curve(curve);
        const under = area<(typeof points)[number]>(({ index }) => x(index), scale.y(0), y)
          .defined(isKnown)
          .curve(curve);
        const at = plot.active === null ? null : (values[plot.active] ?? null);
        return (
          <>
            <ValueAxis plot={plot} scale={scale} currency={currency} />
            <path className="chart-area" d={under(points) ?? ''} />
            <path className="chart-stroke" d={stroke(points) ?? ''} />
            {plot.active === null ? null : (
              <line
                className="chart-cursor"
                x1={x(plot.active)}
                x2={x(plot.active)}
                y1={0}
                y2={plot.height}
              />
            )}
            {plot.active === null || at === null ? null : (
              <circle className="chart-point" cx={x(plot.active)} cy={scale.y(at)} r={4} />
            )}
            <NameAxis plot={plot} names={props.names} />
          </>
        );
      }}
    />
  );
}
