import type { BankRecurring } from '#shared/bank-rows.ts';
import { toIso } from '#shared/clock.ts';
import type { CalendarDay } from '#shared/calendar-day.ts';
import type { Failure } from '#shared/failure.ts';
import { type Result, succeeded } from '#shared/result.ts';
import { isAbsent } from './absent.ts';
import { type AccountRun, timedWrite } from './account-run.ts';

/** What asking for the pending set came to. */
export interface PendingEnd {
  /** Since when pending rows went that no booked row explains; `null`: there are none. */
  readonly unexplainedSince: CalendarDay | null;
  /** The bank has pending rows, but not for us: nothing is wrong, but the user should know. */
  readonly isDenied: boolean;
}

/**
 * The current pending set, after the booked windows: a row that settles in between is then in neither, where the
 * other order would count it twice.
 *
 * @returns or what keeps the account from being complete; a bank without pending rows does not.
 */
export async function syncPending(run: AccountRun): Promise<Result<PendingEnd>> {
  const answer = await run.source.pending(run.account);
  if (!answer.ok) {
    if (!passable(answer.failure)) return answer;
    return succeeded({ unexplainedSince: null, isDenied: answer.failure.kind === 'access-denied' });
  }
  const { rows, rejected, rawBody, httpStatus, askedAtIso } = answer.value;
  const { accountId } = run.account;
  for (const detail of rejected) run.emit({ kind: 'row-rejected', accountId, detail });
  const { unexplainedSince, ...counts } = timedWrite(run, rows.length, () =>
    run.ledger.storePending({ rows, rejectedRows: rejected.length, rawBody, httpStatus, askedAtIso }),
  );
  run.tally.addRows(counts.inserted, counts.duplicates);
  run.emit({ kind: 'rows-stored', accountId, what: 'pending', ...counts });
  return succeeded({ unexplainedSince, isDenied: false });
}

/** The balance of now, kept beside the earlier ones. */
export async function syncBalance(run: AccountRun): Promise<Failure | null> {
  const answer = await run.source.balance(run.account);
  if (!answer.ok) return passable(answer.failure) ? null : answer.failure;
  const balance = answer.value;
  if (balance !== null) {
    timedWrite(run, 1, () => run.ledger.storeBalance(balance, toIso(run.clock.nowMs())));
  }
  return null;
}

/**
 * Standing orders and direct debits: nice to have, served for certain only in the first minutes. What a bank will
 * not give is a note; only what ends the whole run (an expired token, a cancel, a limit) is a failure.
 */
export async function syncRecurring(run: AccountRun, kind: BankRecurring['kind']): Promise<Failure | null> {
  const answer = await run.source.recurring(run.account, kind);
  if (!answer.ok) {
    if (answer.failure.kind === 'token-expired' || answer.failure.kind === 'cancelled') return answer.failure;
    if (!passable(answer.failure)) {
      run.emit({
        kind: 'recurring-left-out',
        accountId: run.account.accountId,
        what: kind,
        failureKind: answer.failure.kind,
      });
    }
    return null;
  }
  timedWrite(run, answer.value.length, () =>
    run.ledger.storeRecurring(kind, answer.value, toIso(run.clock.nowMs())),
  );
  return null;
}

/** The bank does not have it, did not grant it, or only has it right after a consent: nothing is wrong. */
const passable = (failure: Failure): boolean =>
  isAbsent(failure) || failure.kind === 'old-history-refused' || failure.kind === 'access-denied';
