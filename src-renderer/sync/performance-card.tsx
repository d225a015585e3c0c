import type { ReactNode } from 'react';
import type { PerformanceSummary, Timing } from '#shared/performance-summary.ts';
import { bottleneckWords, waitWords } from '#shared/words/summary-lines.ts';
import { readableMeasure } from '#shared/words/readable-time.ts';
import { countOf, countText } from '../format/count-text.ts';

/** Where a sync's time went, and which part to blame. */
export function PerformanceCard({ performance }: { performance: PerformanceSummary }): ReactNode {
  const { transactions, accounts, elapsedMs, waits, slowestAccount } = performance;
  return (
    <section className="card performance" aria-labelledby="performance">
      <h2 id="performance">Performance summary</h2>
      <p className="performance-lead">
        {countOf(transactions, 'transaction')} from {countOf(accounts, 'account')} in{' '}
        {readableMeasure(elapsedMs)}. The bottleneck was{' '}
        <strong>{bottleneckWords(performance.bottleneck)}</strong>.
      </p>
      <dl className="facts facts-large">
        <Fact name="Transactions per minute" value={countText(performance.transactionsPerMinute)} />
        <Fact name="Rows per second" value={countText(performance.rowsPerSecond)} />
        {slowestAccount === null ? null : (
          <Fact
            name={`Slowest: ${slowestAccount.displayName}`}
            value={readableMeasure(slowestAccount.elapsedMs)}
          />
        )}
      </dl>
      <table className="timings">
        <thead>
          <tr>
            <th scope="col">Work</th>
            <th scope="col">Count</th>
            <th scope="col">Mean</th>
            <th scope="col">p95</th>
            <th scope="col">Max</th>
            <th scope="col">Total</th>
          </tr>
        </thead>
        <tbody>
          <TimingRow name="API calls" timing={performance.apiCalls} />
          <TimingRow name="Database writes" timing={performance.databaseWrites} />
          <TimingRow name="Pages" timing={performance.pages} />
          {waits.map(({ cause, count, totalMs }) => (
            <tr key={cause}>
              <th scope="row">Waits: {waitWords(cause)}</th>
              <td>{countText(count)}</td>
              <td colSpan={3} />
              <td>{readableMeasure(totalMs)}</td>
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
    <td>{readableMeasure(timing.meanMs)}</td>
    <td>{readableMeasure(timing.p95Ms)}</td>
    <td>{readableMeasure(timing.maxMs)}</td>
    <td>{readableMeasure(timing.totalMs)}</td>
  </tr>
);
