import { assertNever } from '../assert-never.ts';
import type { Progress, WaitCause } from '../progress.ts';
import { readableDuration } from './readable-time.ts';

/**
 * A job's progress as one line: `Syncing Santander Current Account (2/3 accounts) - 450 transactions`, and while it
 * stands still `... - waiting 12 s for the bank's rate limit`. `nowMs`: the clock the job runs by.
 */
export function progressLine(progress: Progress, nowMs: number): string {
  if (progress.totalAccounts === 0)
    return `Asking the bank for your accounts${waitingWords(progress, nowMs)}`;
  const who = progress.currentAccount === null ? 'Syncing' : `Syncing ${progress.currentAccount}`;
  const accounts = `(${String(progress.accountsDone)}/${String(progress.totalAccounts)} accounts)`;
  return `${who} ${accounts} - ${String(progress.transactionsSynced)} transactions${waitingWords(progress, nowMs)}`;
}

function waitingWords({ waiting }: Progress, nowMs: number): string {
  if (waiting === null) return '';
  return ` - waiting ${readableDuration(Date.parse(waiting.untilIso) - nowMs)} ${waitedFor(waiting.cause)}`;
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
