import { type CalendarDay, utcDay } from '#shared/calendar-day.ts';
import type { Failure } from '#shared/failure.ts';
import type { SyncAccountAnswer } from '#shared/sync-tasks.ts';
import { refusedHistoryWords } from '#shared/words/refused-history-words.ts';
import { completedOutcome, failedOutcome } from '#shared/account-outcome.ts';
import type { AccountRun } from './account-run.ts';
import { sayHistoryAsked } from './history-asked.ts';
import { type AskedRange, planDays, planOneWindow, splitPlan } from './plan-windows.ts';
import { askForSettled } from './settled-meanwhile.ts';
import { syncBalance, syncPending, syncRecurring } from './sync-extras.ts';
import { type RefusedRange, syncWindows } from './sync-windows.ts';
import { pagesAhead, perishableWidths, recentWidths, startWalk, wholeRanges } from './window-walk.ts';

/** What to ask an account for. */
export interface AccountWish extends AskedRange {
  /** The unattended budget: one transactions call, no retry in smaller parts. */
  readonly singleWindow: boolean;
}

/** One part of an account's sync; a failure ends the account there. */
type Step = () => Promise<Failure | null>;

/**
 * One account's sync, start to end: plan the days, windows one after another, the pending set, the balance, and what
 * recurs. What the bank serves for minutes only comes first: old history, then, while the minutes last, what recurs.
 * A run that was killed is simply run again: the plan starts from what the ledger has.
 */
export async function syncAccount(run: AccountRun, wish: AccountWish): Promise<SyncAccountAnswer> {
  const planningFromMs = run.monotonicMs();
  const today = utcDay(run.clock.nowMs());
  const plan = (wish.singleWindow ? planOneWindow : planDays)(run.ledger.history(), today, wish);
  const { perishable, recent } = wish.singleWindow
    ? { perishable: [], recent: plan }
    : splitPlan(plan, today);
  const old = startWalk(perishable, perishableWidths);
  const late = startWalk(recent, wish.singleWindow ? wholeRanges : recentWidths);
  run.emit({
    kind: 'account-started',
    accountId: run.account.accountId,
    displayName: run.account.displayName,
    pagesAhead: pagesAhead(old) + pagesAhead(late),
    planningMs: run.monotonicMs() - planningFromMs,
  });

  const refused: RefusedRange[] = [];
  const walk =
    (start: typeof old, pagesLater: number): Step =>
    async () => {
      const walked = await syncWindows({ ...run, pagesLater }, start);
      if (walked.kind === 'failed') return walked.failure;
      refused.push(...walked.refused);
      return null;
    };
  const recurring: readonly Step[] =
    run.account.kind === 'account' && !wish.singleWindow
      ? [() => syncRecurring(run, 'standing-order'), () => syncRecurring(run, 'direct-debit')]
      : [];
  const isOpen = run.historyEndsIso !== null;
  const failure = await inTurn(run, [
    walk(old, pagesAhead(late)),
    ...(isOpen ? [...recurring, () => Promise.resolve(sayHistoryAsked(run))] : []),
    walk(late, 0),
    pendingSet(run, wish, today),
    () => syncBalance(run),
    ...(isOpen ? [] : recurring),
  ]);
  return ended(run, failure, refused);
}

/** The pending set, and what settled while it was asked. Unattended there is no second transactions call to spend. */
const pendingSet =
  (run: AccountRun, wish: AccountWish, today: CalendarDay): Step =>
  async () => {
    const pending = await syncPending(run);
    if (!pending.ok) return pending.failure;
    if (pending.value === null || wish.singleWindow || run.stop.aborted) return null;
    return askForSettled(run, pending.value, today);
  };

async function inTurn(run: AccountRun, steps: readonly Step[]): Promise<Failure | null> {
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
