import { assertNever } from '../assert-never.ts';
import type { JobStatus } from '../job.ts';
import type { PerformanceSummary, Timing } from '../performance-summary.ts';
import type { Progress, WaitCause } from '../progress.ts';
import { jobStatusWords } from './job-status-words.ts';
import { readableMeasure } from './readable-time.ts';

/**
 * `Sync complete: 450 synced, 12 duplicates, 0 errors`. People search for it: the plural stays even for one. `write`: how
 * the reader's side writes a number; the terminal plainly.
 */
export function syncEndLine(
  progress: Pick<Progress, 'status' | 'transactionsSynced' | 'duplicates' | 'updated' | 'removed' | 'errors'>,
  write: (count: number) => string = String,
): string {
  const amended = [
    ...(progress.updated > 0 ? [`, ${write(progress.updated)} updated`] : []),
    ...(progress.removed > 0 ? [`, ${write(progress.removed)} removed`] : []),
  ].join('');
  return `${syncEnd(progress.status)}: ${write(progress.transactionsSynced)} synced, ${write(progress.duplicates)} duplicates, ${write(progress.errors)} errors${amended}`;
}

const syncEnd = (status: JobStatus): string =>
  status === 'completed' ? 'Sync complete' : `Sync ${jobStatusWords(status)}`;

/** The performance summary as lines, the first of them fixed in wording (design, section 4). */
export function performanceLines(performance: PerformanceSummary): readonly string[] {
  const { transactions, accounts, elapsedMs, slowestAccount } = performance;
  return [
    `PERFORMANCE SUMMARY: ${String(transactions)} transactions from ${String(accounts)} accounts in ${(elapsedMs / 1000).toFixed(1)} s`,
    `  Transactions per minute: ${String(Math.round(performance.transactionsPerMinute))}`,
    `  API calls: ${timing(performance.apiCalls)}`,
    `  Database writes: ${timing(performance.databaseWrites)}`,
    `  Pages: ${timing(performance.pages)}`,
    `  Waits: ${waits(performance.waits)}`,
    ...(slowestAccount === null
      ? []
      : [`  Slowest account: ${slowestAccount.displayName}, ${readableMeasure(slowestAccount.elapsedMs)}`]),
    `  Bottleneck: ${bottleneckWords(performance.bottleneck)}`,
  ];
}

const timing = ({ count, meanMs, p95Ms, maxMs }: Timing): string =>
  count === 0
    ? 'none'
    : `${String(count)}, mean ${readableMeasure(meanMs)}, p95 ${readableMeasure(p95Ms)}, max ${readableMeasure(maxMs)}`;

const waits = (all: PerformanceSummary['waits']): string =>
  all.length === 0
    ? 'none'
    : all
        .map(
          ({ cause, count, totalMs }) =>
            `${waitWords(cause)} ${String(count)} times, ${readableMeasure(totalMs)}`,
        )
        .join('; ');

/** What was waited for, as a name: `rate limit`. */
export function waitWords(cause: WaitCause): string {
  switch (cause) {
    case 'rate-limit':
      return 'rate limit';
    case 'bank-error':
      return 'bank errors';
    case 'network':
      return 'network';
    default:
      return assertNever(cause);
  }
}

/** Which part took most of the time, to follow "the bottleneck was". */
export function bottleneckWords(bottleneck: PerformanceSummary['bottleneck']): string {
  switch (bottleneck) {
    case 'api':
      return "the bank's API";
    case 'database':
      return 'the database';
    case 'rate-limit':
      return "the bank's rate limit";
    case 'planning':
      return 'planning';
    case 'none':
      return 'none, there was nothing to do';
    default:
      return assertNever(bottleneck);
  }
}
