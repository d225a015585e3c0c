import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { slower, slowestIntervalMs } from '../../../../src-worker/source/pace.ts';
import { type LimitedBankName, limitedBanks } from '../../../support/limited-banks.ts';
import { tryPace, type TrialEnd } from '../../../support/pace-trial.ts';

const windowMs = 300_000;
const inTime = ({ answers }: TrialEnd): number => answers.filter((atMs) => atMs <= windowMs).length;

/**
 * 520 calls of five threads, 500 ms each, in the five minutes of old history. `least`: answers within these; `most`:
 * calls refused. `recalled`: the same after a day that had taught a pause of five seconds. The rule before this one
 * doubled at each 429, and let threads that were refused together come back together; what it came to is beside it.
 */
const expected: Readonly<
  Record<LimitedBankName, { readonly least: number; readonly most: number; readonly recalled: number }>
> = {
  'no limit': { least: 520, most: 0, recalled: 520 },
  'every 5th call refused': { least: 340, most: 130, recalled: 320 }, // 73
  'every 12th call refused': { least: 520, most: 48, recalled: 450 }, // 150
  'every 40th call refused': { least: 520, most: 14, recalled: 520 }, // 520
  'one call in twenty refused by chance': { least: 520, most: 30, recalled: 520 }, // 520
  'one call in ten refused by chance': { least: 520, most: 60, recalled: 480 }, // 291
  'a bucket of 5 a second': { least: 520, most: 115, recalled: 520 }, // 520
  'a bucket of 5 a second that names no time': { least: 520, most: 115, recalled: 520 }, // 520
  'a bucket of 2 a second': { least: 520, most: 60, recalled: 520 }, // 520, with 503 refused
  'a bucket of 2 a second that names no time': { least: 520, most: 60, recalled: 520 }, // 520
  'a bucket of 1 a second': { least: 300, most: 140, recalled: 300 }, // 185, three accounts given up
  'a bucket of 1 a second that names no time': { least: 300, most: 140, recalled: 300 }, // 198
  'a window of 60 in a minute': { least: 300, most: 45, recalled: 300 }, // 300
  'a window of 30 in ten seconds': { least: 520, most: 90, recalled: 520 }, // 520
  'a window of 30 in ten seconds that names no time': { least: 520, most: 130, recalled: 520 }, // 520
  'calls 300 ms apart': { least: 520, most: 45, recalled: 520 }, // 400, with 622 refused
  'a quota of 300 a day': { least: 300, most: 5, recalled: 300 }, // 300
  'no call taken at all': { least: 0, most: 20, recalled: 0 }, // 0
};

describe('the pace, at a bank with', () => {
  for (const [name, bank] of Object.entries(limitedBanks)) {
    const { least, most, recalled } = expected[name as LimitedBankName];
    test(`${name}: brings home what there is to be had, and is refused no more often than that takes`, async () => {
      const end = await tryPace(bank);
      assert.ok(inTime(end) >= least, `${String(inTime(end))} answers in time`);
      assert.ok(end.refusals.length <= most, `${String(end.refusals.length)} calls refused`);
      const isGivenUp = name === 'a quota of 300 a day' || name === 'no call taken at all';
      assert.equal(end.threadsStopped, isGivenUp ? 5 : 0);
      const later = await tryPace(bank, { recalledMs: 5000 });
      assert.ok(inTime(later) >= recalled, `${String(inTime(later))} answers in time with a pause of old`);
    });
  }
});

describe('whatever the bank', () => {
  const wishes = fc.record({
    threads: fc.integer({ min: 1, max: 6 }),
    calls: fc.integer({ min: 1, max: 25 }),
    latencyMs: fc.constantFrom(0, 20, 500, 3000),
    closesAfterMs: fc.constantFrom(null, 20_000, 300_000),
    recalledMs: fc.constantFrom(0, 700, slowestIntervalMs),
  });

  // A quota is that account's: the others go on.
  const limited = Object.entries(limitedBanks).filter(([name]) => !name.includes('quota'));

  test('nobody asks before the time that it named', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...limited), wishes, async ([, bank], wish) => {
        const { refusals, sent } = await tryPace(bank, wish);
        for (const { atMs, untilMs } of refusals) {
          assert.ok(!sent.some((sentMs) => sentMs > atMs && sentMs < (untilMs ?? atMs)));
        }
      }),
      { numRuns: 150 },
    );
  });

  test('it hears at most four calls of an account in a row that it refuses', async () => {
    await fc.assert(
      fc.asyncProperty(wishes, async (wish) => {
        const { refusals, threadsStopped } = await tryPace(limitedBanks['no call taken at all'], wish);
        assert.equal(refusals.length, 4 * (wish.threads ?? 0));
        assert.equal(threadsStopped, wish.threads);
      }),
      { numRuns: 30 },
    );
  });

  const counts = fc.integer({ min: 0, max: 500 });
  const pauses = fc.integer({ min: 0, max: slowestIntervalMs });
  const times = fc.integer({ min: 0, max: 400_000 });
  const bests = fc.option(fc.record({ answers: fc.integer({ min: 1, max: 500 }), tookMs: times }));

  test('a 429 soon after another never makes the pause shorter, and no pause is over ten seconds', () => {
    fc.assert(
      fc.property(pauses, counts, times, bests, (pauseMs, answers, tookMs, best) => {
        const next = slower({ pauseMs, answers, tookMs, best });
        assert.ok(next >= 0 && next <= slowestIntervalMs && Number.isInteger(next), String(next));
        if (answers < 3) assert.ok(next >= Math.max(200, pauseMs));
      }),
    );
  });
});
