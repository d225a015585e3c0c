import { createGateMemory } from '#shared/gate-memory.ts';
import type { SyncEvent } from '#shared/sync-event.ts';
import type { DemoBank } from '../../src-demo-bank/start-demo-bank.ts';
import type { TruelayerDeps } from '../../src-worker/source/ask-bank.ts';
import { openHttp } from '../../src-worker/source/http-exchange.ts';
import { openRateGate } from '../../src-worker/source/rate-gate.ts';
import { createTruelayerSource } from '../../src-worker/source/truelayer-source.ts';
import { connectTo } from './demo-bank/bank-visitor.ts';
import { createVirtualClock } from './virtual-clock.ts';

/** The real source and the real network before a demo bank, but no wait is really waited. */
export async function sourceAtBank(bank: DemoBank, over: Partial<TruelayerDeps> = {}) {
  const { access_token: accessToken } = await connectTo(bank);
  const http = openHttp(() => performance.now());
  const clock = createVirtualClock(bank.control.nowMs());
  const events: SyncEvent[] = [];
  const deps: TruelayerDeps = {
    apiUrl: bank.apiUrl,
    accessToken,
    psuIp: '127.0.0.1',
    send: http.send,
    clock,
    monotonicMs: () => performance.now(),
    gate: openRateGate(createGateMemory(), 0),
    emit: (event) => events.push(event),
    stop: new AbortController().signal,
    softDeadlineMs: clock.nowMs() + 1_700_000,
    random: () => 0,
    spend: () => null,
    usedUp: () => undefined,
    ...over,
  };
  return { source: createTruelayerSource(deps), deps, clock, events, close: http.close };
}
