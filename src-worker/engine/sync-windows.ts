import { addDays, type DayRange, utcDay } from '#shared/calendar-day.ts';
import type { Failure } from '#shared/failure.ts';
import type { BankTransaction } from '#shared/bank-rows.ts';
import type { Result } from '#shared/result.ts';
import { type AccountRun, timedWrite } from './account-run.ts';
import type { BankAnswer } from './bank-source.ts';
import {
  afterAnswer,
  giveUpOlder,
  giveUpRange,
  narrower,
  nextWindow,
  pagesAhead,
  type WindowWalk,
} from './window-walk.ts';

/** How the walk through the windows ended. `refused`: ranges the bank would not serve, and why. */
export type WalkEnd =
  | { readonly kind: 'done'; readonly refused: readonly RefusedRange[] }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** An account's run, and how many pages it plans after this walk. */
export interface WalkRun extends AccountRun {
  readonly pagesLater: number;
}

/** Days the bank will not serve under this consent. */
export interface RefusedRange extends DayRange {
  readonly reason: 'old-history-refused' | 'range-refused';
}

/**
 * Asks window after window and stores each before the next: a run that ends anywhere has lost at most the window in
 * flight. Stops before a window when the user cancels or the soft limit has passed.
 *
 * @param run `pagesLater` is what comes after this walk
 */
export async function syncWindows(run: WalkRun, start: WindowWalk): Promise<WalkEnd> {
  const refused: RefusedRange[] = [];
  let walk = start;
  let asksLater = false;
  for (;;) {
    const window = nextWindow(walk);
    if (window === null) return { kind: 'done', refused };
    if (run.stop.aborted) return { kind: 'failed', failure: { kind: 'cancelled' } };
    if (run.clock.nowMs() > run.softDeadlineMs)
      return { kind: 'failed', failure: { kind: 'timed-out', afterMs: 0 } };
    let answer = await run.source[asksLater ? 'transactionsLater' : 'transactions'](run.account, window);
    if (!asksLater && isTooSlow(answer) && narrower(walk, window, 'timeout') === null) {
      // Fewer days did not help: what a bank cannot do in one request, TrueLayer waits for (truelayer.md 3).
      asksLater = true;
      answer = await run.source.transactionsLater(run.account, window);
    }
    if (answer.ok) {
      walk = afterAnswer(walk, window, { rows: answer.value.rows.length, elapsedMs: answer.value.elapsedMs });
      storePage(run, window, answer.value, ahead(run, walk));
      continue;
    }
    const next = afterFailure(run, walk, window, answer.failure);
    if (next.kind === 'failed') return next;
    refused.push(...next.refused);
    walk = next.walk;
  }
}

const isTooSlow = (answer: Result<unknown>): boolean => !answer.ok && answer.failure.kind === 'bank-timeout';

const ahead = (run: WalkRun, walk: WindowWalk): number => pagesAhead(walk) + run.pagesLater;

/** Stores one answered window and tells about it. `ahead`: pages still to come. */
export function storePage(
  run: AccountRun,
  range: DayRange,
  answer: BankAnswer<BankTransaction>,
  pagesAheadNow: number,
): void {
  const { account, emit, tally } = run;
  for (const detail of answer.rejected) emit({ kind: 'row-rejected', accountId: account.accountId, detail });
  const startedMs = run.monotonicMs();
  const counts = timedWrite(run, answer.rows.length, () =>
    run.ledger.storeWindow({
      range,
      rows: answer.rows,
      rejectedRows: answer.rejected.length,
      rawBody: answer.rawBody,
      httpStatus: answer.httpStatus,
      askedAtIso: answer.askedAtIso,
    }),
  );
  const page = tally.nextPage();
  tally.addPage(counts.inserted, counts.duplicates);
  emit({
    kind: 'page-stored',
    accountId: account.accountId,
    displayName: account.displayName,
    page,
    ...range,
    fetched: answer.rows.length,
    ...counts,
    pagesAhead: pagesAheadNow,
    pageMs: answer.elapsedMs + run.monotonicMs() - startedMs,
  });
}

type NextStep =
  | { readonly kind: 'go-on'; readonly walk: WindowWalk; readonly refused: readonly RefusedRange[] }
  | { readonly kind: 'failed'; readonly failure: Failure };

/**
 * A smaller window may be served where a large one was not; history that is closed is remembered and passed over. The
 * newest days are no history: a bank that refuses those is in trouble, and remembering that would leave a hole.
 */
function afterFailure(run: WalkRun, walk: WindowWalk, window: DayRange, failure: Failure): NextStep {
  switch (failure.kind) {
    case 'old-history-refused':
      if (isNewest(run, window)) return { kind: 'failed', failure: nothingServed };
      return passOver(run, giveUpOlder(walk, window), failure.kind);
    case 'range-refused': {
      const smaller = narrower(walk, window, 'refused');
      if (smaller === null && isNewest(run, window)) return { kind: 'failed', failure };
      if (smaller === null) return passOver(run, giveUpRange(walk, window), failure.kind);
      return asSmaller(run, smaller, failure.kind);
    }
    case 'answer-too-large': {
      const smaller = narrower(walk, window, 'too-much');
      return smaller === null ? { kind: 'failed', failure } : asSmaller(run, smaller, failure.kind);
    }
    case 'bank-timeout': {
      const smaller = narrower(walk, window, 'timeout');
      return smaller === null ? { kind: 'failed', failure } : asSmaller(run, smaller, failure.kind);
    }
    default:
      return { kind: 'failed', failure };
  }
}

/** A window that ends today; or yesterday, should midnight have passed on the way. */
const isNewest = (run: WalkRun, { to }: DayRange): boolean => to >= addDays(utcDay(run.clock.nowMs()), -1);

/** What needs a fresh consent even for the last days needs it for all (truelayer.md 4.4, `sca_exceeded`). */
const nothingServed: Failure = { kind: 'reconnect-needed', cause: 'consent-ended' };

function asSmaller(
  run: WalkRun,
  walk: WindowWalk,
  cause: 'range-refused' | 'answer-too-large' | 'bank-timeout',
): NextStep {
  const { accountId } = run.account;
  run.emit({
    kind: 'plan-changed',
    accountId,
    pagesAhead: ahead(run, walk),
    why: { kind: 'fewer-days', cause },
  });
  return { kind: 'go-on', walk, refused: [] };
}

function passOver(
  run: WalkRun,
  { walk, givenUp }: { readonly walk: WindowWalk; readonly givenUp: readonly DayRange[] },
  reason: RefusedRange['reason'],
): NextStep {
  const askedAtIso = new Date(run.clock.nowMs()).toISOString();
  for (const range of givenUp) {
    timedWrite(run, 0, () => run.ledger.storeRefusal(range, reason, askedAtIso));
    const why = { kind: 'passed-over', ...range, reason } as const;
    run.emit({ kind: 'plan-changed', accountId: run.account.accountId, pagesAhead: ahead(run, walk), why });
  }
  return { kind: 'go-on', walk, refused: givenUp.map((range) => ({ ...range, reason })) };
}
