import { useId, useState, type ReactNode } from 'react';
import { chartWords as words } from '../words/words.ts';
import { ChartTable, type TableOfChart } from './chart-table.tsx';

/** A chart with its title, a sentence that says what it shows, and its numbers as a table one click away. */
export function ChartFigure(props: {
  title: string;
  summary: string;
  table: TableOfChart;
  /** Beside the title: what the chart is of. */
  controls?: ReactNode;
  children: ReactNode;
}): ReactNode {
  const { title, summary, table } = props;
  const titleId = useId();
  const [asTable, setAsTable] = useState(false);
  return (
    <section className="card chart" aria-labelledby={titleId}>
      <header className="chart-head">
        <h2 id={titleId}>{title}</h2>
        <div className="chart-ways">
          {props.controls}
          <button
            type="button"
            className="button button-quiet"
            aria-label={asTable ? words.asChartOf(title) : words.asTableOf(title)}
            onClick={() => setAsTable(!asTable)}
          >
            {asTable ? words.asChart : words.asTable}
          </button>
        </div>
      </header>
      <p className="chart-summary">{summary}</p>
      {asTable ? <ChartTable table={table} title={title} /> : props.children}
    </section>
  );
}
