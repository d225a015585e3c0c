import { assertNever } from '../assert-never.ts';
import type { AccountOutcome } from '../job.ts';
import type { WaitCause } from '../progress.ts';
import type { SyncEvent } from '../sync-event.ts';
import { readableDuration, readableMeasure, readableSeconds } from './readable-time.ts';

/** One line for the log. `account`: display name of the account it is about, where it is about one. */
export interface LogLine {
  readonly level: 'info' | 'warn' | 'error';
  readonly line: string;
  readonly account?: string;
}

/**
 * The log line of an event, or `null` for events that are only counted. The wording of pages and waits is a contract
 * (design, section 4): people search for it, so the plural stays even for one.
 */
export function logLineOf(event: SyncEvent): LogLine | null {
  switch (event.kind) {
    case 'account-started':
      return { level: 'info', line: `Syncing ${event.displayName}`, account: event.displayName };
    case 'page-stored':
      return {
        level: 'info',
        line: `Page ${String(event.page)}: fetched ${String(event.fetched)} transactions`,
        account: event.displayName,
      };
    case 'plan-changed':
      return { level: 'info', line: planChange(event.why) };
    case 'history-asked':
      return { level: 'info', line: historyAsked(event) };
    case 'recurring-left-out':
      return { level: 'info', line: `No ${event.what}s this time (${event.failureKind})` };
    case 'waiting':
      return {
        level: 'warn',
        line: `${waitReason(event.waiting.cause, event.status)}, ${nextMove(event)}`,
      };
    case 'row-rejected':
      return { level: 'warn', line: `A transaction could not be read: ${event.detail}` };
    case 'account-ended':
      return outcomeLine(event.outcome);
    case 'rows-stored':
    case 'api-call':
    case 'database-write':
    case 'wait-over':
      return null;
    default:
      return assertNever(event);
  }
}

const fewerDays = {
  'range-refused': 'the bank refused so wide a range',
  'answer-too-large': 'the answer was too large',
  'bank-timeout': 'the bank did not answer in time',
} as const;

const planChange = (why: Extract<SyncEvent, { kind: 'plan-changed' }>['why']): string =>
  why.kind === 'fewer-days'
    ? `Asking for fewer days at once: ${fewerDays[why.cause]}`
    : `The bank does not serve ${why.from} to ${why.to} (${why.reason})`;

/** How the race against the bank's five minutes went: with how much to spare, or how late. */
const historyAsked = ({ displayName, leftMs }: Extract<SyncEvent, { kind: 'history-asked' }>): string =>
  leftMs >= 0
    ? `All old history of ${displayName} is asked for, ${readableDuration(leftMs)} before the bank closes it`
    : `All old history of ${displayName} is asked for, ${readableDuration(-leftMs)} after the bank began to close it`;

/** `attempt` 0: nothing failed here, so nothing is retried. */
const nextMove = ({ waitMs, attempt, attempts }: Extract<SyncEvent, { kind: 'waiting' }>): string =>
  attempt === 0
    ? `waiting ${readableSeconds(waitMs)}`
    : `retrying in ${readableSeconds(waitMs)} (attempt ${String(attempt)} of ${String(attempts)})`;

function waitReason(cause: WaitCause, status: number): string {
  switch (cause) {
    case 'rate-limit':
      return 'Rate limited (429)';
    case 'bank-error':
      if (status === 202) return 'The bank still prepares its answer';
      // It said yes, and its body ended too early.
      if (status >= 200 && status < 300) return 'The answer broke off';
      return status === 0 ? 'Bank did not answer' : `Bank unavailable (${String(status)})`;
    case 'network':
      return 'Connection failed';
    default:
      return assertNever(cause);
  }
}

function outcomeLine(outcome: AccountOutcome): LogLine {
  const counts = `${String(outcome.transactionsSynced)} synced, ${String(outcome.duplicates)} duplicates, ${String(outcome.pages)} pages in ${readableMeasure(outcome.elapsedMs)}`;
  const reason = outcome.reason === undefined ? '' : `: ${outcome.reason}`;
  const line =
    outcome.status === 'completed'
      ? `Finished ${outcome.displayName}: ${counts}${outcome.reason === undefined ? '' : ` (${outcome.reason})`}`
      : `Stopped ${outcome.displayName} after ${counts}${reason}`;
  return { level: outcome.status === 'completed' ? 'info' : 'warn', line, account: outcome.displayName };
}
