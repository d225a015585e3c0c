import type { AccountFinding } from '#shared/account-finding.ts';
import { type CalendarDay, type DayRange, utcDay } from '#shared/calendar-day.ts';
import type { Failure } from '#shared/failure.ts';
import type { SyncAccountAnswer } from '#shared/sync-tasks.ts';
import { completedOutcome, failedOutcome } from '#shared/account-outcome.ts';
import type { AccountRun } from './account-run.ts';
import { subtractRanges } from './day-ranges.ts';
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
  /** Whether to ask what is pending; so when left out. */
  readonly withPending?: boolean;
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
  const history = run.ledger.history();
  const plan = (wish.singleWindow ? planOneWindow : planDays)(history, today, wish);
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
  let pendingDenied = false;
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
    ...(wish.withPending !== false
      ? [
          pendingSet(run, wish, today, () => {
            pendingDenied = true;
          }),
        ]
      : []),
    () => syncBalance(run),
    ...(isOpen ? [] : recurring),
  ]);
  const isKnown = history.answered.length > 0;
  return ended(run, failure, { asked: plan, refused, isKnown, pendingDenied });
}

/** What a completed account's findings are made from. */
interface Found {
  readonly asked: readonly DayRange[];
  readonly refused: readonly RefusedRange[];
  readonly isKnown: boolean;
  readonly pendingDenied: boolean;
}

/** The pending set, and what settled while it was asked. Unattended there is no second transactions call to spend. */
const pendingSet =
  (run: AccountRun, wish: AccountWish, today: CalendarDay, onDenied: () => void): Step =>
  async () => {
    const pending = await syncPending(run);
    if (!pending.ok) return pending.failure;
    const { unexplainedSince, isDenied } = pending.value;
    if (isDenied) onDenied();
    if (unexplainedSince === null || wish.singleWindow || run.stop.aborted) return null;
    return askForSettled(run, unexplainedSince, today);
  };

async function inTurn(run: AccountRun, steps: readonly Step[]): Promise<Failure | null> {
  for (const step of steps) {
    if (run.stop.aborted) return { kind: 'cancelled' };
    const failure = await step();
    if (failure !== null) return failure;
  }
  return null;
}

function ended(run: AccountRun, failure: Failure | null, found: Found): SyncAccountAnswer {
  const { accountId, connectionId, displayName } = run.account;
  const tally = run.tally.soFar();
  if (failure?.kind === 'token-expired') return { kind: 'token-expired', tally };
  const of = { accountId, connectionId, displayName };
  if (failure === null)
    return { kind: 'ended', outcome: completedOutcome(of, tally, findingsOf(run, found)) };
  const outcome =
    failure.kind === 'not-supported'
      ? completedOutcome(of, tally, [{ kind: 'no-transactions' }])
      : failedOutcome(of, tally, failure);
  return { kind: 'ended', outcome };
}

/** Why there is nothing new, or not all there could be. */
function findingsOf(run: AccountRun, found: Found): readonly AccountFinding[] {
  const { asked, refused, isKnown, pendingDenied } = found;
  const { transactionsSynced, duplicates, pages } = run.tally.soFar();
  // Rows that came before the token expired are counted by whoever submitted the rest.
  const isWholeRun = run.tally.nextPage() === pages + 1;
  const answered = answeredDays(asked, refused);
  return [
    ...(transactionsSynced === 0 && isWholeRun
      ? [{ kind: 'nothing-new', answered, duplicates, isKnown } as const]
      : []),
    ...refusedHistory(refused),
    ...(pendingDenied ? [{ kind: 'pending-denied' } as const] : []),
  ];
}

/** From the first to the last day that was asked and not refused. */
function answeredDays(asked: readonly DayRange[], refused: readonly DayRange[]): DayRange | null {
  const answered = asked.flatMap((range) => subtractRanges(range, refused));
  const days = answered.flatMap(({ from, to }) => [from, to]).toSorted();
  const from = days[0];
  const to = days.at(-1);
  return from === undefined || to === undefined ? null : { from, to };
}

/** All that the bank would not serve, as one range. */
function refusedHistory(refused: readonly RefusedRange[]): readonly AccountFinding[] {
  const from = refused.map((range) => range.from).toSorted()[0];
  const to = refused
    .map((range) => range.to)
    .toSorted()
    .at(-1);
  if (from === undefined || to === undefined) return [];
  const isOld = refused.some(({ reason }) => reason === 'old-history-refused');
  return [{ kind: 'history-refused', from, to, reason: isOld ? 'old-history-refused' : 'range-refused' }];
}
