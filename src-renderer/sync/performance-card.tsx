import type { ReactNode } from 'react';
import type { PerformanceSummary, Timing } from '#shared/performance-summary.ts';
import { countText } from '../format/count-text.ts';
import { measureText } from '../format/measure-text.ts';
import { MarkedText } from '../parts/marked-text.tsx';
import { performanceWords as words } from '../words/words.ts';

/** Where a sync's time went, and which part to blame. */
export function PerformanceCard({ performance }: { performance: PerformanceSummary }): ReactNode {
  const { waits, slowestAccount } = performance;
  return (
    <section className="card performance" aria-labelledby="performance">
      <h2 id="performance">{words.title}</h2>
      <p className="performance-lead">
        <MarkedText text={words.lead(performance)} />
      </p>
      <dl className="facts facts-large">
        <Fact name={words.perMinute} value={countText(performance.transactionsPerMinute)} />
        <Fact name={words.rowsPerSecond} value={countText(performance.rowsPerSecond)} />
        {slowestAccount === null ? null : (
          <Fact
            name={words.slowest(slowestAccount.displayName)}
            value={measureText(slowestAccount.elapsedMs)}
          />
        )}
      </dl>
      <table className="timings">
        <thead>
          <tr>
            {words.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <TimingRow name={words.apiCalls} timing={performance.apiCalls} />
          <TimingRow name={words.databaseWrites} timing={performance.databaseWrites} />
          <TimingRow name={words.pages} timing={performance.pages} />
          {waits.map(({ cause, count, totalMs }) => (
            <tr key={cause}>
              <th scope="row">{words.waits(cause)}</th>
              <td>{countText(count)}</td>
              <td colSpan={3} />
              <td>{measureText(totalMs)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const Fact = ({ name, value }: { name: string; value: string }): ReactNode => (
  <div>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </div>
);

const TimingRow = ({ name, timing }: { name: string; timing: Timing }): ReactNode => (
  <tr>
    <th scope="row">{name}</th>
    <td>{countText(timing.count)}</td>
    <td>{measureText(timing.meanMs)}</td>
    <td>{measureText(timing.p95Ms)}</td>
    <td>{measureText(timing.maxMs)}</td>
    <td>{measureText(timing.totalMs)}</td>
  </tr>
);
