import { createGateMemory } from '#shared/gate-memory.ts';
import type { Exchange } from '../../src-worker/source/exchange.ts';
import { openRateGate } from '../../src-worker/source/rate-gate.ts';
import { sendWithRetry } from '../../src-worker/source/send-with-retry.ts';
import { createCrowdClock } from './crowd-clock.ts';
import type { LimitAnswer, LimitedBank } from './limited-banks.ts';

/** How the trial goes; what is left out is a first sync of five accounts at a bank that takes 31 days at most. */
export interface TrialWish {
  readonly threads?: number;
  /** Of each thread: it makes them one after another, and stops for good when one fails. */
  readonly calls?: number;
  readonly latencyMs?: number;
  /** When old history closes; `null`: there is none to lose. */
  readonly closesAfterMs?: number | null;
  /** The pause that a run of another day has learnt. */
  readonly recalledMs?: number;
}

/** What came of it; times in milliseconds from the start. */
export interface TrialEnd {
  readonly answers: readonly number[];
  readonly refusals: readonly { readonly atMs: number; readonly untilMs: number | null }[];
  readonly sent: readonly number[];
  readonly endedAtMs: number;
  readonly threadsStopped: number;
  readonly pauseMs: number;
}

/** Lets the real gate and the real retries of several threads meet a bank, in time that nobody waits for. */
export async function tryPace(bank: LimitedBank, wish: TrialWish = {}): Promise<TrialEnd> {
  const { threads = 5, calls = 104, latencyMs = 500, closesAfterMs = 300_000, recalledMs = 0 } = wish;
  const clock = createCrowdClock();
  const memory = createGateMemory();
  const startMs = clock.nowMs();
  const answers: number[] = [];
  const refusals: { atMs: number; untilMs: number | null }[] = [];
  const sent: number[] = [];
  let threadsStopped = 0;
  const ask = bank();
  const now = (): number => clock.nowMs() - startMs;
  const once = async (): Promise<Exchange> => {
    sent.push(now());
    const said = ask(now());
    await clock.sleep(latencyMs);
    if (said === null) answers.push(now());
    else
      refusals.push({
        atMs: now(),
        untilMs: said.retryAfterS === null ? null : now() + said.retryAfterS * 1000,
      });
    return exchangeOf(said);
  };
  const gate = openRateGate(memory, 0);
  gate.recall(recalledMs);
  const thread = async (): Promise<void> => {
    const expect = (more: number): void => {
      if (closesAfterMs !== null) gate.expect(more, startMs + closesAfterMs);
    };
    const deps = {
      clock,
      gate: openRateGate(memory, 0),
      emit: () => undefined,
      stop: new AbortController().signal,
      softDeadlineMs: Number.POSITIVE_INFINITY,
      random: () => 0,
      accountId: 'a',
    };
    expect(calls);
    for (let left = calls; left > 0; left -= 1) {
      const end = await sendWithRetry(deps, once);
      if (end.kind !== 'exchange' || end.exchange.kind !== 'answer' || end.exchange.status !== 200) {
        threadsStopped += 1;
        expect(-left);
        return;
      }
      expect(-1);
    }
  };
  await clock.run(Array.from({ length: threads }, thread));
  return { answers, refusals, sent, endedAtMs: now(), threadsStopped, pauseMs: gate.intervalMs() };
}

const exchangeOf = (said: LimitAnswer): Exchange => ({
  kind: 'answer',
  status: said === null ? 200 : 429,
  retryAfter: said?.retryAfterS == null ? null : String(said.retryAfterS),
  body: new TextEncoder().encode(
    said?.isQuota === true ? '{"error":"provider_request_limit_exceeded"}' : '{"results":[]}',
  ),
  bytes: 10,
  ms: 1,
});
