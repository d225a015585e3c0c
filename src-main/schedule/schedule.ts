import type { Clock } from '#shared/clock.ts';

/** Waits for the planned time and runs; knows nothing of what it runs. */
export interface Schedule {
  /** When it runs next, milliseconds since 1970; `null`: never, as things are. */
  readonly nextMs: () => number | null;
  /** Something the plan depends on has changed, or the machine woke up: looks again at once. */
  readonly wake: () => void;
  readonly stop: () => void;
}

/** What it takes. `plan` is asked again whenever it matters. */
export interface ScheduleDeps {
  readonly clock: Clock;
  readonly plan: (nowMs: number) => number | null;
  readonly run: () => Promise<void>;
  /** Once a minute and after every look. */
  readonly onLook: () => void;
}

/** A timer that sleeps through a suspended machine fires late; this one looks at the clock at least this often. */
const lookEveryMs = 60_000;

/** Starts at once. */
export function startSchedule({ clock, plan, run, onLook }: ScheduleDeps): Schedule {
  const stopped = new AbortController();
  let waker = new AbortController();
  let nextMs: number | null = null;

  const look = (): void => {
    const planned = plan(clock.nowMs());
    // A plan that was made stays until its time comes: "soon" would else move on for ever.
    if (planned === null) nextMs = null;
    else if (nextMs === null || planned < nextMs) nextMs = planned;
  };
  const loop = async (): Promise<void> => {
    while (!stopped.signal.aborted) {
      // From here on: who wakes it while it runs would else be heard a minute later, and who stops it likewise.
      waker = new AbortController();
      look();
      onLook();
      const nowMs = clock.nowMs();
      if (nextMs !== null && nextMs <= nowMs) {
        nextMs = null;
        // What it plans next is looked at after a sleep: a plan that lies in the past must not spin.
        await run();
      }
      await clock.sleep(Math.min(lookEveryMs, (nextMs ?? Infinity) - nowMs), waker.signal);
    }
  };
  void loop();

  return {
    nextMs: () => nextMs,
    wake: () => {
      nextMs = null;
      waker.abort();
    },
    stop: () => {
      stopped.abort();
      waker.abort();
    },
  };
}
