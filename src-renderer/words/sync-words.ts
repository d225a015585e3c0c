import type { AccountFinding } from '#shared/account-finding.ts';
import type { JobRecord } from '#shared/ledger-views.ts';
import type { Progress, WaitCause } from '#shared/progress.ts';
import type { FailureWords } from '#shared/words/failure-words.ts';
import { findingWords } from '#shared/words/finding-words.ts';
import { oldHistoryOpenWords, progressLine } from '#shared/words/progress-line.ts';
import { syncEndLine } from '#shared/words/summary-lines.ts';
import { countOf, countText } from '../format/count-text.ts';
import { measureText } from '../format/measure-text.ts';
import { windowFigures } from '../format/window-figures.ts';
import { eveningWords } from './evening-words.ts';

const announced: Readonly<Record<WaitCause, string>> = {
  'rate-limit': "The sync waits for the bank's rate limit.",
  'bank-error': 'The sync waits for the bank to recover.',
  network: 'The sync waits for the network.',
};
const goingOnIn: Readonly<Record<WaitCause, string>> = {
  'rate-limit': 'The bank asks for a pause (429). Going on in',
  'bank-error': 'The bank is not available. Trying again in',
  network: 'No connection. Trying again in',
};

/** Every sentence about a sync that runs or has just ended. */
export const syncWords = {
  sync: 'Sync',
  syncing: 'Syncing',
  cancel: 'Cancel',
  dismiss: 'Dismiss',
  progress: 'Sync progress',
  /** The wait is not in it: it has a countdown of its own. */
  line: (progress: Progress): string =>
    progressLine({ ...progress, waiting: null, historyWindow: null }, 0, countText),
  askingForAccounts: 'asking for the accounts',
  pageOf: (page: number, pages: number): string => `page ${countText(page)} of about ${countText(pages)}`,
  timeLeftOf: (duration: string): string => `about ${duration}`,
  pages: 'Pages',
  pagesOf: (done: number, planned: number): string => `${countText(done)} of ~${countText(planned)}`,
  duplicates: 'Duplicates',
  rowsPerSecond: 'Rows per second',
  errors: 'Errors',
  rateLimited: 'Rate limited',
  timeLeft: 'Time left',
  oldHistory: `Old history ${oldHistoryOpenWords}`,
  goingOnIn,
  running: 'Sync is running.',
  announced,
  end: (job: JobRecord): string => syncEndLine(job, countText),
  /** The same as a sentence, read out. */
  ended: (job: JobRecord): string => `${syncEndLine(job, countText)}.`,
  /** Why it ran, where nobody asked for it and the line would not say; `null`: nothing to say. */
  why: (job: JobRecord): string | null => (job.requestedBy === 'evening' ? eveningWords.sentence : null),
  summary: 'Summary',
  whatToDo: 'What to do',

  chosenDays: 'Sync chosen days',
  chosenDaysOfThis: 'Sync chosen days of this account',
  chosenDaysOf: (account: string): string => `Sync chosen days of ${account}`,
  daysHint: 'Both days are included. What the ledger already has of them is recognised, not doubled.',
  firstDay: 'First day',
  lastDay: 'Last day',
  daysOld: 'Most banks serve days older than 90 days only in the minutes after you connect.',
  syncDays: 'Sync these days',
  chooseDays: 'Choose a first and a last day.',
  daysReversed: 'The first day is after the last.',
  noDays: 'These are not days of the calendar.',

  /** Why an account did not finish. */
  stopped: ({ happened, todo }: FailureWords): string => `${happened} ${todo}`,
  /** What there is to say of an account that did. */
  findings: (findings: readonly AccountFinding[]): string =>
    findings.map((finding) => findingWords(finding, windowFigures)).join(' '),
  counts: (rows: number, duplicates: number, pages: number, elapsedMs: number): string =>
    `${countText(rows)} new, ${countText(duplicates)} duplicates, ${countOf(pages, 'page')} in ${measureText(elapsedMs)}`,
  reconnect: 'Reconnect',
  syncAgain: 'Sync again',
  syncAccountAgain: (account: string): string => `Sync ${account} again`,
  tryAgainAfter: (when: string): string => `Try again after ${when}`,
} as const;
