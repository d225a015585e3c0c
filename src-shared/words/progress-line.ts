import { assertNever } from '../assert-never.ts';
import type { Progress, WaitCause } from '../progress.ts';
import { readableDuration } from './readable-time.ts';

/** What is said of old history in the minutes after a consent, before the time that is left. */
export const oldHistoryOpenWords = 'open for another';

/**
 * A job's progress as one line: `Syncing Santander Current Account (2/3 accounts) - 450 transactions`, and while it
 * stands still `... - waiting 12 s for the bank's rate limit`; in the first minutes after a consent also how long the
 * bank still serves old history. `nowMs`: the clock the job runs by. `write`: how the reader's side writes a number.
 */
export function progressLine(
  progress: Progress,
  nowMs: number,
  write: (count: number) => string = String,
): string {
  if (progress.totalAccounts === 0)
    return `Asking the bank for your accounts${waitingWords(progress, nowMs)}`;
  const who = progress.currentAccount === null ? 'Syncing' : `Syncing ${progress.currentAccount}`;
  const accounts = `(${write(progress.accountsDone)}/${write(progress.totalAccounts)} accounts)`;
  return `${who} ${accounts} - ${write(progress.transactionsSynced)} transactions${waitingWords(progress, nowMs)}${historyWords(progress, nowMs)}`;
}

function waitingWords({ waiting }: Progress, nowMs: number): string {
  if (waiting === null) return '';
  return ` - waiting ${readableDuration(Date.parse(waiting.untilIso) - nowMs)} ${waitedFor(waiting.cause)}`;
}

function historyWords({ historyWindow }: Progress, nowMs: number): string {
  if (historyWindow === null) return '';
  const leftMs = Date.parse(historyWindow.endsIso) - nowMs;
  return leftMs <= 0 ? '' : ` - old history ${oldHistoryOpenWords} ${readableDuration(leftMs)}`;
}

function waitedFor(cause: WaitCause): string {
  switch (cause) {
    case 'rate-limit':
      return "for the bank's rate limit";
    case 'bank-error':
      return 'for the bank to recover';
    case 'network':
      return 'for the network';
    default:
      return assertNever(cause);
  }
}
