import type { PerformanceSummary } from '#shared/performance-summary.ts';
import type { WaitCause } from '#shared/progress.ts';
import { bottleneckWords, waitWords } from '#shared/words/summary-lines.ts';
import { countOf } from '../format/count-text.ts';
import { measureText } from '../format/measure-text.ts';

/** Where a sync's time went. `**strong**` is drawn as such. */
export const performanceWords = {
  title: 'Performance summary',
  lead: ({ transactions, accounts, elapsedMs, bottleneck }: PerformanceSummary): string =>
    `${countOf(transactions, 'transaction')} from ${countOf(accounts, 'account')} in ${measureText(elapsedMs)}. The bottleneck was **${bottleneckWords(bottleneck)}**.`,
  perMinute: 'Transactions per minute',
  rowsPerSecond: 'Rows per second',
  slowest: (account: string): string => `Slowest: ${account}`,
  columns: ['Work', 'Count', 'Mean', 'p95', 'Max', 'Total'],
  apiCalls: 'API calls',
  databaseWrites: 'Database writes',
  pages: 'Pages',
  waits: (cause: WaitCause): string => `Waits: ${waitWords(cause)}`,
} as const;
