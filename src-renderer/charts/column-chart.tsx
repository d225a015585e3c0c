import { scaleBand } from 'd3-scale';
import type { ReactNode } from 'react';
import { minorUnitsIn } from '../format/minor-units-in.ts';
import { ChartWalker } from './chart-walker.tsx';
import { NameAxis } from './name-axis.tsx';
import { ValueAxis } from './value-axis.tsx';
import { valueScale } from './value-scale.ts';

/** Money in and money out of one point. `out`: negative or 0. Minor units. */
export interface Column {
  readonly name: string;
  readonly in: number;
  readonly out: number;
}

/** Columns of money in, above the line, and money out, below it and hatched: their place tells them apart, not a colour. */
export function ColumnChart(props: {
  label: string;
  currency: string;
  columns: readonly Column[];
  textOf: (index: number) => string;
  onOpen: (index: number) => void;
}): ReactNode {
  const { columns, currency } = props;
  return (
    <ChartWalker
      label={props.label}
      count={columns.length}
      textOf={props.textOf}
      onOpen={props.onOpen}
      draw={(plot) => {
        const scale = valueScale(
          columns.flatMap((column) => [column.in, column.out]),
          plot.height,
          minorUnitsIn(currency),
        );
        const bands = scaleBand<number>()
          .domain(columns.map((_, index) => index))
          .range([plot.left, plot.left + plot.width])
          .paddingInner(0.28)
          .paddingOuter(0.14);
        const zero = scale.y(0);
        const width = bands.bandwidth();
        return (
          <>
            <defs>
              <pattern
                id="chart-hatch"
                width="6"
                height="6"
                patternUnits="userSpaceOnUse"
                patternTransform="rotate(45)"
              >
                <rect className="chart-hatch-ground" width="6" height="6" />
                <rect className="chart-hatch-line" width="2.5" height="6" />
              </pattern>
            </defs>
            <ValueAxis plot={plot} scale={scale} currency={currency} />
            {columns.map((column, index) => {
              const x = bands(index) ?? 0;
              return (
                <g
                  key={column.name}
                  className={plot.active === index ? 'chart-column chart-column-active' : 'chart-column'}
                >
                  <rect
                    className="chart-in"
                    x={x}
                    width={width}
                    y={scale.y(column.in)}
                    height={zero - scale.y(column.in)}
                  />
                  <rect
                    className="chart-out"
                    x={x}
                    width={width}
                    y={zero}
                    height={scale.y(column.out) - zero}
                  />
                </g>
              );
            })}
            <NameAxis plot={plot} names={columns.map(({ name }) => name)} />
          </>
        );
      }}
    />
  );
}
