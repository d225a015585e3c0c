import pRetry from 'p-retry';
import { type Clock, type CancelSignal, toIso } from '#shared/clock.ts';
import type { WaitCause } from '#shared/progress.ts';
import type { SyncEvent } from '#shared/sync-event.ts';
import type { Exchange } from './exchange.ts';
import type { RateGate } from './rate-gate.ts';
import { judge, longestSleepMs, maxRetries, pauseAskedMs, retryCause } from './retry-policy.ts';

/** What one request needs from around it. */
export interface RetryDeps {
  readonly clock: Clock;
  readonly gate: RateGate;
  readonly emit: (event: SyncEvent) => void;
  /** Ends every wait at once; a request under way is let finish, so that its page is not lost. */
  readonly stop: CancelSignal;
  readonly softDeadlineMs: number;
  readonly random: () => number;
  /** Whose wait it is; `null` for discovery. */
  readonly accountId: string | null;
}

/** How a request ended: an exchange to judge, or no request because the run stops or the provider wants quiet. */
export type Sent =
  | { readonly kind: 'exchange'; readonly exchange: Exchange }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'held-back'; readonly untilMs: number };

/** A shorter pause between calls is counted, but not shown: it would flicker. */
const visiblePaceMs = 1_000;

/** p-retry takes a throw for "try again"; this carries the exchange through it. */
class WorthAnotherTry extends Error {
  readonly exchange: Exchange;
  constructor(exchange: Exchange) {
    super('worth another try');
    this.exchange = exchange;
  }
}

/**
 * The one retry layer (design, section 5): around one request, with our own waits. p-retry counts and loops; the
 * delay is ours because its own can neither follow Retry-After nor be seen by the other threads.
 */
export async function sendWithRetry(deps: RetryDeps, once: () => Promise<Exchange>): Promise<Sent> {
  const attempt = async (): Promise<Sent> => {
    const held = await waitForTurn(deps);
    if (held !== null) return held;
    const sentMs = deps.clock.nowMs();
    const exchange = await once();
    if (exchange.kind === 'answer' && exchange.status === 200) deps.gate.speedUp(deps.clock.nowMs());
    if (retryCause(exchange) === 'rate-limit') hearRefusal(deps, sentMs, exchange);
    if (retryCause(exchange) !== null) throw new WorthAnotherTry(exchange);
    return { kind: 'exchange', exchange };
  };
  try {
    return await pRetry(attempt, {
      retries: maxRetries,
      minTimeout: 0,
      shouldRetry: async ({ error, attemptNumber }) =>
        error instanceof WorthAnotherTry && (await sleepBefore(deps, attemptNumber, error.exchange)),
    });
  } catch (error) {
    if (!(error instanceof WorthAnotherTry)) throw error;
    return deps.stop.aborted ? { kind: 'stopped' } : { kind: 'exchange', exchange: error.exchange };
  }
}

/** A 429, the last of a call too, is heard by all threads: the time it names, and what it says about the pace. */
function hearRefusal({ gate, clock, softDeadlineMs }: RetryDeps, sentMs: number, exchange: Exchange): void {
  const nowMs = clock.nowMs();
  gate.slowDown(sentMs, nowMs);
  const pauseMs = pauseAskedMs(exchange, { nowMs, softDeadlineMs });
  if (pauseMs !== null) gate.closeUntil(nowMs + pauseMs);
}

/** Sleeps as the policy says; `false` when it says not to try again, or the run was stopped meanwhile. */
async function sleepBefore(deps: RetryDeps, retry: number, exchange: Exchange): Promise<boolean> {
  const nowMs = deps.clock.nowMs();
  const { softDeadlineMs } = deps;
  const verdict = judge(exchange, { retry, nowMs, softDeadlineMs, random: deps.random() });
  if (verdict.kind === 'take') return false;
  if (verdict.cause === 'rate-limit') deps.gate.closeUntil(nowMs + verdict.waitMs);
  const status = exchange.kind === 'answer' ? exchange.status : 0;
  await visibleSleep(deps, verdict.waitMs, { cause: verdict.cause, attempt: retry, status });
  return !deps.stop.aborted;
}

/**
 * Waits for the gate and, where the provider is slowed, for a turn; retries too, or all threads that were refused at once
 * would come back at once. The first of them goes exactly when it was told to. A turn is lost when the gate closes before
 * it has come.
 */
async function waitForTurn(deps: RetryDeps): Promise<Sent | null> {
  for (;;) {
    const held = await waitForGate(deps);
    if (held !== null) return held;
    const nowMs = deps.clock.nowMs();
    const waitMs = deps.gate.takeTurn(nowMs) - nowMs;
    if (waitMs <= 0) return null;
    if (waitMs >= visiblePaceMs) {
      await visibleSleep(deps, waitMs, { cause: 'rate-limit', attempt: 0, status: 429 });
    } else {
      await deps.clock.sleep(waitMs, deps.stop);
      const { accountId } = deps;
      deps.emit({ kind: 'wait-over', accountId, cause: 'rate-limit', waitedMs: deps.clock.nowMs() - nowMs });
    }
    if (deps.stop.aborted) return { kind: 'stopped' };
    if (deps.gate.opensAtMs() <= deps.clock.nowMs()) return null;
  }
}

/** Waits while another thread's 429 keeps the provider closed. `null`: go. */
async function waitForGate(deps: RetryDeps): Promise<Sent | null> {
  for (;;) {
    if (deps.stop.aborted) return { kind: 'stopped' };
    const nowMs = deps.clock.nowMs();
    const opensAtMs = deps.gate.opensAtMs();
    if (opensAtMs <= nowMs) return null;
    const waitMs = opensAtMs - nowMs;
    if (waitMs > longestSleepMs || opensAtMs > deps.softDeadlineMs)
      return { kind: 'held-back', untilMs: opensAtMs };
    await visibleSleep(deps, waitMs, { cause: 'rate-limit', attempt: 0, status: 429 });
  }
}

async function visibleSleep(
  deps: RetryDeps,
  waitMs: number,
  why: { readonly cause: WaitCause; readonly attempt: number; readonly status: number },
): Promise<void> {
  const { clock, emit, accountId } = deps;
  const startedMs = clock.nowMs();
  const waiting = { cause: why.cause, untilIso: toIso(startedMs + waitMs) };
  emit({
    kind: 'waiting',
    accountId,
    waiting,
    waitMs,
    attempt: why.attempt,
    attempts: maxRetries,
    status: why.status,
  });
  await clock.sleep(waitMs, deps.stop);
  emit({ kind: 'wait-over', accountId, cause: why.cause, waitedMs: clock.nowMs() - startedMs });
}
