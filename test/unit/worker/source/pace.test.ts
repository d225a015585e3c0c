import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createGateMemory } from '#shared/gate-memory.ts';
import type { Exchange } from '../../../../src-worker/source/exchange.ts';
import { faster, rested, slower, slowestIntervalMs } from '../../../../src-worker/source/pace.ts';
import { openRateGate } from '../../../../src-worker/source/rate-gate.ts';
import { sendWithRetry } from '../../../../src-worker/source/send-with-retry.ts';
import { createVirtualClock } from '../../../support/virtual-clock.ts';

const dayMs = 86_400_000;
const answer = (status: number, retryAfter: string | null = null): Exchange => ({
  kind: 'answer',
  status,
  retryAfter,
  body: new TextEncoder().encode('{"results":[]}'),
  bytes: 10,
  ms: 1,
});

/** A virtual bank that takes so many calls in any second and says 429 to the rest. */
function visit(callsASecond: number, calls: number) {
  const clock = createVirtualClock();
  const gate = openRateGate(createGateMemory(), 0);
  const taken: number[] = [];
  let refused = 0;
  const once = async (): Promise<Exchange> => {
    const nowMs = clock.nowMs();
    if (taken.filter((atMs) => atMs > nowMs - 1000).length >= callsASecond) {
      refused += 1;
      return answer(429, '1');
    }
    taken.push(nowMs);
    clock.advance(20);
    return answer(200);
  };
  const deps = {
    clock,
    gate,
    emit: () => undefined,
    stop: new AbortController().signal,
    softDeadlineMs: clock.nowMs() + dayMs,
    random: () => 0,
    accountId: 'a',
  };
  return {
    clock,
    gate,
    taken,
    refused: () => refused,
    run: () => repeat(calls, () => sendWithRetry(deps, once)),
  };
}

async function repeat(times: number, work: () => Promise<unknown>): Promise<void> {
  for (let time = 0; time < times; time += 1) await work();
}

describe('the pace learnt from 429', () => {
  test('doubles with each 429 up to ten seconds, and comes back a little at a time, to nothing', () => {
    const grown: number[] = [];
    for (let pause = slower(0); grown.at(-1) !== slowestIntervalMs; pause = slower(pause)) grown.push(pause);
    assert.deepEqual(grown, [200, 400, 800, 1600, 3200, 6400, 10_000]);
    let answers = 0;
    for (let pause = slowestIntervalMs; pause > 0; pause = faster(pause)) answers += 1;
    assert.ok(answers > 100 && answers < 200, String(answers));
    assert.equal(faster(0), 0);
  });

  test('fades by half a day while nobody asks', () => {
    assert.deepEqual(
      [0, 0.9, 1, 2, 3, 30].map((days) => rested(400, days * dayMs)),
      [400, 400, 200, 100, 50, 0],
    );
    assert.equal(rested(400, -dayMs), 400);
  });

  test('a bank that never says 429 is never slowed', async () => {
    const bank = visit(1000, 300);
    await bank.run();
    assert.deepEqual([bank.clock.slept, bank.gate.intervalMs()], [[], 0]);
  });

  test('a bank of five calls a second is asked about that fast after a few 429s', async () => {
    const bank = visit(5, 300);
    await bank.run();
    const spanMs = (bank.taken.at(-1) ?? 0) - (bank.taken[0] ?? 0);
    assert.ok(bank.refused() < 30, `${String(bank.refused())} times 429`);
    assert.ok(spanMs < 300 * 200 * 2, `${String(spanMs)} ms for 300 calls`);
  });

  test('threads of one provider take turns, another provider goes on', () => {
    const memory = createGateMemory();
    const [one, same, other] = [openRateGate(memory, 0), openRateGate(memory, 0), openRateGate(memory, 1)];
    one.slowDown();
    assert.deepEqual(
      [one.takeTurn(1000), same.takeTurn(1000), one.takeTurn(1300), same.takeTurn(9000)],
      [1000, 1200, 1400, 9000],
    );
    assert.deepEqual([other.takeTurn(1000), other.takeTurn(1000)], [1000, 1000]);
  });

  test('what an earlier run learnt is taken over once, and never over what this run knows', () => {
    const memory = createGateMemory();
    const [first, second] = [openRateGate(memory, 0), openRateGate(memory, 0)];
    first.recall(800);
    second.recall(5000);
    assert.equal(second.intervalMs(), 800);
    first.speedUp();
    assert.equal(second.intervalMs(), 776);
  });

  test('several 429s to calls already under way slow down once', async () => {
    const memory = createGateMemory();
    const gate = openRateGate(memory, 0);
    const clock = createVirtualClock();
    gate.slowDown();
    gate.closeUntil(clock.nowMs() + 500);
    const stopped = { ...new AbortController().signal, aborted: false };
    const deps = {
      clock,
      gate: { ...gate, opensAtMs: () => (clock.slept.length === 0 ? 0 : gate.opensAtMs()) },
      emit: () => undefined,
      stop: { ...stopped, addEventListener: () => undefined, removeEventListener: () => undefined },
      softDeadlineMs: clock.nowMs() + dayMs,
      random: () => 0,
      accountId: 'a',
    };
    const script = [answer(429), answer(429), answer(200)];
    await sendWithRetry(deps, async () => script.shift() ?? answer(200));
    // One 429 before, one that was new; its own retry's 429 counts no further, and the answer takes a little off.
    assert.equal(gate.intervalMs(), 388);
  });
});
