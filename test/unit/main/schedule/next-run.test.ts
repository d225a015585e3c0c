import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fractionOf, nextRun, type ScheduleFacts } from '../../../../src-main/schedule/next-run.ts';

const hourMs = 3_600_000;
const nowMs = Date.UTC(2026, 0, 6, 8);
const facts = (changes: Partial<ScheduleFacts> = {}): ScheduleFacts => ({
  nowMs,
  everyHours: 12,
  lastBeganMs: nowMs - hourMs,
  pausedUntilMs: null,
  jitterSeed: 'job-1',
  ...changes,
});

describe('the next background sync', () => {
  test('is the interval after the last sync, and a little jitter later, never earlier', () => {
    for (const jitterSeed of ['a', 'b', 'c', 'mhx3k2a1-7f3q']) {
      const next = nextRun(facts({ jitterSeed }));
      assert.ok(next !== null);
      const late = next - (nowMs + 11 * hourMs);
      assert.ok(late >= 0 && late < 20 * 60_000, String(late));
    }
  });

  test('does not move while nothing changes, whenever it is asked for', () => {
    assert.equal(nextRun(facts()), nextRun(facts({ nowMs: nowMs + 5 * hourMs })));
  });

  test('spreads over clients: seeds give different jitter', () => {
    const fractions = Array.from({ length: 200 }, (_, at) => fractionOf(`job-${at}`));
    assert.ok(fractions.every((each) => each >= 0 && each < 1));
    assert.ok(new Set(fractions.map((each) => Math.floor(each * 10))).size === 10);
  });

  test('is never, when the user wants none', () => {
    assert.equal(nextRun(facts({ everyHours: null })), null);
  });

  test('catches up a minute after the machine woke, once, however much was missed', () => {
    assert.equal(nextRun(facts({ lastBeganMs: nowMs - 100 * hourMs })), nowMs + 60_000);
  });

  test('comes a minute after the start when nothing was ever synced', () => {
    assert.equal(nextRun(facts({ lastBeganMs: null })), nowMs + 60_000);
  });

  test('waits for the end of a pause it would fall into', () => {
    const pausedUntilMs = nowMs + 20 * hourMs;
    assert.equal(nextRun(facts({ pausedUntilMs })), pausedUntilMs + 60_000);
  });

  test('is not touched by a pause that ends before it', () => {
    assert.equal(nextRun(facts({ pausedUntilMs: nowMs + hourMs })), nextRun(facts()));
    assert.equal(nextRun(facts({ pausedUntilMs: nowMs - hourMs })), nextRun(facts()));
  });

  test('stays inside four a day, the budget banks give, whatever the start and the seed', () => {
    for (let start = 0; start < 24; start += 1) {
      let lastBeganMs = nowMs + start * hourMs;
      const days = new Map<number, number>();
      for (let run = 0; run < 40; run += 1) {
        const next = nextRun(
          facts({ nowMs: lastBeganMs, lastBeganMs, everyHours: 6, jitterSeed: `${start}-${run}` }),
        );
        assert.ok(next !== null);
        lastBeganMs = next;
        const day = Math.floor(next / (24 * hourMs));
        days.set(day, (days.get(day) ?? 0) + 1);
      }
      assert.ok(Math.max(...days.values()) <= 4);
    }
  });
});
