import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { startSchedule } from '../../../../src-main/schedule/schedule.ts';
import { createManualClock } from '../../../support/manual-clock.ts';

/** Lets everything that is ready run. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function stage(planAt: (nowMs: number) => number | null) {
  const clock = createManualClock();
  const startMs = clock.nowMs();
  const ranAfterMs: number[] = [];
  let looks = 0;
  const schedule = startSchedule({
    clock,
    plan: planAt,
    run: () => {
      ranAfterMs.push(clock.nowMs() - startMs);
      return Promise.resolve();
    },
    onLook: () => {
      looks += 1;
    },
  });
  const pass = async (ms: number): Promise<void> => {
    for (let passed = 0; passed < ms; passed += 1_000) {
      clock.advance(1_000);
      await settle();
    }
  };
  return { clock, startMs, ranAfterMs, schedule, pass, looks: () => looks };
}

describe('the schedule', () => {
  test('runs when its time has come and not before', async () => {
    let due: number | null = null;
    const { startMs, ranAfterMs, schedule, pass } = stage(() => due);
    due = startMs + 90_000;
    schedule.wake();
    await pass(89_000);
    assert.deepEqual(ranAfterMs, []);
    await pass(2_000);
    assert.deepEqual(ranAfterMs, [90_000]);
    schedule.stop();
  });

  test('keeps a plan that says "soon" each time it is asked, instead of putting it off for ever', async () => {
    const { ranAfterMs, schedule, pass } = stage((nowMs) => nowMs + 60_000);
    await pass(61_000);
    assert.deepEqual(ranAfterMs, [60_000]);
    schedule.stop();
  });

  test('takes a changed plan when it is woken, a later one too', async () => {
    const begunMs = createManualClock().nowMs();
    let inMs = 60_000;
    const { startMs, ranAfterMs, schedule, pass } = stage(() => begunMs + inMs);
    await pass(30_000);
    inMs = 600_000;
    schedule.wake();
    await pass(60_000);
    assert.deepEqual(ranAfterMs, []);
    assert.equal(schedule.nextMs(), startMs + 600_000);
    schedule.stop();
  });

  test('looks at the clock at least once a minute, so that a sleep of the machine is noticed', async () => {
    const { schedule, pass, looks } = stage(() => null);
    await pass(180_000);
    assert.ok(looks() >= 4, String(looks()));
    assert.equal(schedule.nextMs(), null);
    schedule.stop();
  });

  test('does not spin on a plan that lies in the past', async () => {
    const { ranAfterMs, schedule, pass } = stage((nowMs) => nowMs - 1);
    await pass(120_000);
    assert.equal(ranAfterMs.length, 2);
    schedule.stop();
  });

  test('does nothing more once stopped', async () => {
    const { ranAfterMs, schedule, pass } = stage((nowMs) => nowMs + 5_000);
    schedule.stop();
    await pass(60_000);
    assert.deepEqual(ranAfterMs, []);
  });

  /** One that runs at once, for as long as the test says. */
  function atWork(planAt: (nowMs: number) => number | null) {
    const clock = createManualClock();
    const { promise: isOver, resolve: end } = Promise.withResolvers<void>();
    let looks = 0;
    const schedule = startSchedule({
      clock,
      plan: planAt,
      run: () => isOver,
      onLook: () => {
        looks += 1;
      },
    });
    return { clock, schedule, end, looks: () => looks };
  }

  test('looks again at once when it was woken while it ran', async () => {
    let isFirst = true;
    const { schedule, end, looks, clock } = atWork((nowMs) => {
      const planned = isFirst ? nowMs : nowMs + 3_600_000;
      isFirst = false;
      return planned;
    });
    schedule.wake();
    end();
    await settle();
    assert.equal(looks(), 2);
    assert.equal(schedule.nextMs(), clock.nowMs() + 3_600_000);
    schedule.stop();
  });

  test('ends at once when it was stopped while it ran', async () => {
    const { clock, schedule, end, looks } = atWork((nowMs) => nowMs);
    schedule.stop();
    end();
    await settle();
    assert.deepEqual([clock.sleepers(), looks()], [0, 1]);
  });
});
