import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createGateMemory } from '#shared/gate-memory.ts';
import type { Exchange } from '../../../../src-worker/source/exchange.ts';
import {
  bestOf,
  faster,
  fitting,
  rested,
  slower,
  slowestIntervalMs,
} from '../../../../src-worker/source/pace.ts';
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
  test('is doubled at most by each 429 after an answer, up to ten seconds, and comes back a little at a time', () => {
    const atOnce = { answers: 1, tookMs: 60_000, best: null };
    const grown: number[] = [];
    for (let pauseMs = 0; grown.at(-1) !== slowestIntervalMs; pauseMs = grown.at(-1) ?? 0) {
      grown.push(slower({ ...atOnce, pauseMs }));
    }
    assert.deepEqual(grown, [200, 400, 800, 1600, 3200, 6400, 10_000]);
    let answers = 0;
    for (let pause = slowestIntervalMs; pause > 0; pause = faster(pause, Infinity)) answers += 1;
    assert.ok(answers > 100 && answers < 200, String(answers));
    assert.equal(faster(0, Infinity), 0);
  });

  test('is no longer for a call that is refused again and again: nothing was asked in between', () => {
    const again = (pauseMs: number): number => slower({ pauseMs, answers: 0, tookMs: 8000, best: null });
    assert.deepEqual([again(0), again(200), again(4000)], [200, 200, 4000]);
  });

  test('is what the bank has shown to take, where that is less than twice and more than a quarter more', () => {
    const after = (answers: number, tookMs: number): number =>
      slower({ pauseMs: 1000, answers, tookMs, best: null });
    assert.deepEqual([after(10, 9000), after(10, 15_000), after(10, 60_000)], [1250, 1500, 2000]);
  });

  test('is halved when it cost time and brought no more answers; not when that is how many the bank takes', () => {
    const best = { answers: 11, tookMs: 6400 };
    const then = (answers: number, tookMs: number): number => slower({ pauseMs: 600, answers, tookMs, best });
    assert.equal(then(11, 8600), 300);
    assert.ok(then(11, 6400) > 600, 'eleven in that time, however they are asked for');
    assert.ok(then(20, 14_000) > 600, 'nearly twice as many');
    assert.ok(then(3, 2000) > 600, 'refused at once nearly');
  });

  test('is held against the quickest stretch, which fades', () => {
    const best = { answers: 10, tookMs: 5000 };
    assert.deepEqual(bestOf(null, best), best);
    assert.deepEqual(bestOf(best, { answers: 20, tookMs: 9000 }), { answers: 20, tookMs: 9000 });
    assert.deepEqual(bestOf(best, { answers: 20, tookMs: 11_000 }), { answers: 10, tookMs: 5500 });
    assert.deepEqual(bestOf(best, { answers: 0, tookMs: 10 }), best);
  });

  test('comes back faster while what is left does not fit the time that is left', () => {
    assert.deepEqual([faster(1000, fitting(100, 50_000)), faster(1000, fitting(100, 200_000))], [900, 970]);
    assert.deepEqual([fitting(0, 5000), fitting(5, 0), fitting(5, -1)], [Infinity, Infinity, Infinity]);
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
    one.slowDown(0, 500);
    assert.deepEqual(
      [one.takeTurn(1000), same.takeTurn(1000), one.takeTurn(1300), same.takeTurn(9000)],
      [1000, 1200, 1400, 9000],
    );
    assert.deepEqual([other.takeTurn(1000), other.takeTurn(1000)], [1000, 1000]);
  });

  test('a gate that closes takes all turns back: the first after it opens is the moment it opens', () => {
    const gate = openRateGate(createGateMemory(), 0);
    gate.slowDown(0, 500);
    assert.deepEqual([gate.takeTurn(1000), gate.takeTurn(1000), gate.takeTurn(1000)], [1000, 1200, 1400]);
    gate.closeUntil(3000);
    assert.deepEqual([gate.takeTurn(3000), gate.takeTurn(3000)], [3000, 3200]);
  });

  test('what an earlier run learnt is taken over once, and never over what this run knows', () => {
    const memory = createGateMemory();
    const [first, second] = [openRateGate(memory, 0), openRateGate(memory, 0)];
    first.recall(800);
    second.recall(5000);
    assert.equal(second.intervalMs(), 800);
    first.speedUp(0);
    assert.equal(second.intervalMs(), 776);
  });

  test('what an earlier run learnt gives way to the clock of old history, until the bank says 429', () => {
    const gate = openRateGate(createGateMemory(), 0);
    gate.recall(5000);
    gate.expect(100, 51_000);
    assert.deepEqual([gate.takeTurn(1000), gate.takeTurn(1000)], [1000, 1500]);
    gate.expect(-100, 51_000);
    assert.deepEqual([gate.takeTurn(10_000), gate.takeTurn(10_000)], [10_000, 15_000]);
    gate.expect(100, 51_000);
    gate.speedUp(20_000);
    gate.slowDown(21_000, 21_000);
    assert.equal(gate.intervalMs(), 600, 'twice the pause it was really asked with');
    assert.deepEqual([gate.takeTurn(31_000), gate.takeTurn(31_000)], [31_000, 31_600]);
  });

  test('several 429s to calls already under way slow down once, one to a call sent later again', () => {
    const gate = openRateGate(createGateMemory(), 0);
    for (const sentMs of [1000, 1100, 1200, 1500]) gate.slowDown(sentMs, 1500);
    assert.equal(gate.intervalMs(), 200);
    gate.speedUp(3000);
    gate.slowDown(3500, 4000);
    assert.equal(gate.intervalMs(), 388, 'twice what an answer had made of it');
  });
});
