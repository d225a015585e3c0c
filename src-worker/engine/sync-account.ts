import { utcDay } from '#shared/calendar-day.ts';
import type { Failure } from '#shared/failure.ts';
import type { SyncAccountAnswer } from '#shared/sync-tasks.ts';
import { refusedHistoryWords } from '#shared/words/refused-history-words.ts';
import { completedOutcome, failedOutcome } from '#shared/account-outcome.ts';
import type { AccountRun } from './account-run.ts';
import { type AskedRange, planDays, planOneWindow } from './plan-windows.ts';
import { syncBalance, syncPending, syncRecurring } from './sync-extras.ts';
import { type RefusedRange, syncWindows } from './sync-windows.ts';
import { pagesAhead, startWalk } from './window-walk.ts';

/** What to ask an account for. */
export interface AccountWish extends AskedRange {
  /** The unattended budget: one transactions call, no retry in smaller parts. */
  readonly singleWindow: boolean;
}

/**
 * One account's sync, start to end: plan the days, windows one after another, the pending set, the balance, and what
 * recurs. A run that was killed is simply run again: the plan starts from what the ledger has.
 */
export async function syncAccount(run: AccountRun, wish: AccountWish): Promise<SyncAccountAnswer> {
  const planningFromMs = run.monotonicMs();
  const plan = (wish.singleWindow ? planOneWindow : planDays)(
    run.ledger.history(),
    utcDay(run.clock.nowMs()),
    wish,
  );
  const walk = startWalk(plan, wish.singleWindow);
  run.emit({
    kind: 'account-started',
    accountId: run.account.accountId,
    displayName: run.account.displayName,
    pagesAhead: pagesAhead(walk),
    planningMs: run.monotonicMs() - planningFromMs,
  });
  const walked = await syncWindows(run, walk);
  if (walked.kind === 'failed') return ended(run, walked.failure, []);
  return ended(run, await syncTheRest(run, wish), walked.refused);
}

async function syncTheRest(run: AccountRun, wish: AccountWish): Promise<Failure | null> {
  const steps = [
    () => syncPending(run),
    () => syncBalance(run),
    ...(run.account.kind === 'account' && !wish.singleWindow
      ? [() => syncRecurring(run, 'standing-order'), () => syncRecurring(run, 'direct-debit')]
      : []),
  ];
  for (const step of steps) {
    if (run.stop.aborted) return { kind: 'cancelled' };
    const failure = await step();
    if (failure !== null) return failure;
  }
  return null;
}

function ended(
  run: AccountRun,
  failure: Failure | null,
  refused: readonly RefusedRange[],
): SyncAccountAnswer {
  const { accountId, connectionId, displayName } = run.account;
  const tally = run.tally.soFar();
  if (failure?.kind === 'token-expired') return { kind: 'token-expired', tally };
  const of = { accountId, connectionId, displayName };
  const outcome =
    failure === null || failure.kind === 'not-supported'
      ? completedOutcome(
          of,
          tally,
          failure === null ? refusedHistoryWords(refused) : 'This bank has no transactions for it.',
        )
      : failedOutcome(of, tally, failure);
  return { kind: 'ended', outcome };
}
