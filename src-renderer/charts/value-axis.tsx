import type { ReactNode } from 'react';
import { shortMoneyText } from '../format/short-money-text.ts';
import type { Plot } from './chart-walker.tsx';
import type { ValueScale } from './value-scale.ts';

/** The lines behind a chart and what they stand for; the one of nothing is stronger. */
export function ValueAxis(props: { plot: Plot; scale: ValueScale; currency: string }): ReactNode {
  const { plot, scale, currency } = props;
  return scale.ticks.map(({ whole, y }) => (
    <g key={whole}>
      <line
        className={whole === 0 ? 'chart-line chart-line-zero' : 'chart-line'}
        x1={plot.left}
        x2={plot.left + plot.width}
        y1={y}
        y2={y}
      />
      <text className="chart-text" x={plot.left - 8} y={y} dy="0.32em" textAnchor="end">
        {shortMoneyText(whole, currency)}
      </text>
    </g>
  ));
}
