import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createGateMemory } from '#shared/gate-memory.ts';
import type { SyncEvent } from '#shared/sync-event.ts';
import type { Exchange } from '../../../../src-worker/source/exchange.ts';
import { openRateGate } from '../../../../src-worker/source/rate-gate.ts';
import { type RetryDeps, sendWithRetry } from '../../../../src-worker/source/send-with-retry.ts';
import { createVirtualClock } from '../../../support/virtual-clock.ts';

const answer = (status: number, retryAfter: string | null = null, body = '{"results":[]}'): Exchange => ({
  kind: 'answer',
  status,
  retryAfter,
  body: new TextEncoder().encode(body),
  bytes: 10,
  ms: 1,
});
const dailyLimit = answer(429, null, '{"error":"provider_request_limit_exceeded"}');
const broken: Exchange = { kind: 'no-answer', cause: 'network', detail: 'ECONNRESET', ms: 1 };

function set(over: Partial<RetryDeps> = {}) {
  const clock = createVirtualClock();
  const events: SyncEvent[] = [];
  const deps: RetryDeps = {
    clock,
    gate: openRateGate(createGateMemory(), 0),
    emit: (event) => events.push(event),
    stop: new AbortController().signal,
    softDeadlineMs: clock.nowMs() + 1_700_000,
    random: () => 0,
    accountId: 'a',
    ...over,
  };
  const script = (exchanges: readonly Exchange[]) => {
    let sent = 0;
    const once = async (): Promise<Exchange> => exchanges[Math.min(sent++, exchanges.length - 1)] ?? broken;
    return { once, count: () => sent };
  };
  return { clock, deps, events, script };
}

describe('the retry schedule', () => {
  test('429 without a time waits 2, 4 and 8 s, and is given back after the third retry', async () => {
    const { clock, deps, script } = set();
    const bank = script([answer(429)]);
    const sent = await sendWithRetry(deps, bank.once);
    assert.deepEqual(clock.slept, [2000, 4000, 8000]);
    assert.equal(bank.count(), 4);
    assert.ok(sent.kind === 'exchange' && sent.exchange.kind === 'answer' && sent.exchange.status === 429);
  });

  test('jitter adds at most a tenth, and never to a time the bank named', async () => {
    const { clock, deps, script } = set({ random: () => 0.999 });
    await sendWithRetry(deps, script([answer(429), answer(429, '5'), answer(200)]).once);
    assert.deepEqual(clock.slept, [2200, 5000]);
  });

  for (const [form, header] of [
    ['seconds', '7'],
    ['an HTTP date', 'Sun, 01 Mar 2026 12:00:07 GMT'],
  ] as const) {
    test(`Retry-After as ${form} is kept to the letter`, async () => {
      const { clock, deps, script } = set();
      const sent = await sendWithRetry(deps, script([answer(429, header), answer(200)]).once);
      assert.deepEqual(clock.slept, [7000]);
      assert.ok(sent.kind === 'exchange' && sent.exchange.kind === 'answer' && sent.exchange.status === 200);
    });
  }

  const retried: readonly (readonly [string, Exchange, string])[] = [
    ['500', answer(500), 'bank-error'],
    ['503', answer(503), 'bank-error'],
    ['504', answer(504), 'bank-error'],
    ['a broken connection', broken, 'network'],
    ['a time-out', { kind: 'no-answer', cause: 'timeout', detail: 'x', ms: 1 }, 'network'],
    ['cut JSON', answer(200, null, '{"results":[{"a":'), 'bank-error'],
    ['an empty body', answer(200, null, ''), 'bank-error'],
  ];
  for (const [name, exchange, cause] of retried) {
    test(`${name} is tried again on the same schedule`, async () => {
      const { clock, deps, events, script } = set();
      await sendWithRetry(deps, script([exchange, exchange, answer(200)]).once);
      assert.deepEqual(clock.slept, [2000, 4000]);
      assert.deepEqual(
        events.flatMap((event) => (event.kind === 'wait-over' ? [event.cause] : [])),
        [cause, cause],
      );
    });
  }

  const final: readonly (readonly [string, Exchange])[] = [
    ['200', answer(200)],
    ['400', answer(400)],
    ['401', answer(401)],
    ['403', answer(403)],
    ['404', answer(404)],
    ['501', answer(501)],
    ['the daily limit', dailyLimit],
    ['a page of HTML', answer(200, null, '<html></html>')],
    ['a body too large', { kind: 'too-large', bytes: 1, ms: 1 }],
  ];
  for (const [name, exchange] of final) {
    test(`${name} is not tried again`, async () => {
      const { clock, deps, script } = set();
      const bank = script([exchange]);
      await sendWithRetry(deps, bank.once);
      assert.deepEqual([bank.count(), clock.slept.length], [1, 0]);
    });
  }
});

describe('waits that are not slept', () => {
  test('a Retry-After over five minutes stops with that time, and the gate stays open for other accounts', async () => {
    const { clock, deps, script } = set();
    const bank = script([answer(429, '301')]);
    const sent = await sendWithRetry(deps, bank.once);
    assert.deepEqual([bank.count(), clock.slept.length], [1, 0]);
    assert.ok(sent.kind === 'exchange');
    assert.ok(deps.gate.opensAtMs() <= clock.nowMs());
  });

  test('a wait past the soft limit is not slept', async () => {
    const clock = createVirtualClock();
    const { deps, script } = set({ clock, softDeadlineMs: clock.nowMs() + 3000 });
    await sendWithRetry(deps, script([answer(429)]).once);
    assert.deepEqual(clock.slept, [2000]);
  });

  test('a cancel during a wait ends it and sends nothing more', async () => {
    const stopper = new AbortController();
    const clock = createVirtualClock();
    const { deps, script } = set({
      stop: stopper.signal,
      clock: { ...clock, sleep: async () => stopper.abort() },
    });
    const bank = script([answer(429)]);
    assert.deepEqual(await sendWithRetry(deps, bank.once), { kind: 'stopped' });
    assert.equal(bank.count(), 1);
  });
});

describe('the gate all threads share', () => {
  test('a thread whose neighbour was told to wait waits as well, visibly, before it sends', async () => {
    const memory = createGateMemory();
    const { clock, deps, events, script } = set({ gate: openRateGate(memory, 3) });
    openRateGate(memory, 3).closeUntil(clock.nowMs() + 4000);
    openRateGate(memory, 3).closeUntil(clock.nowMs() + 1000);
    await sendWithRetry(deps, script([answer(200)]).once);
    assert.deepEqual(clock.slept, [4000]);
    assert.ok(events.some((event) => event.kind === 'waiting' && event.attempt === 0));
  });

  test('another provider is not held back', async () => {
    const memory = createGateMemory();
    const { clock, deps, script } = set({ gate: openRateGate(memory, 1) });
    openRateGate(memory, 2).closeUntil(clock.nowMs() + 4000);
    await sendWithRetry(deps, script([answer(200)]).once);
    assert.deepEqual(clock.slept, []);
  });
});
