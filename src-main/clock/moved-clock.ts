import type { Clock } from '#shared/clock.ts';

/** The clock `--now` asks for: it runs as the machine's does, `offsetMs` away from it. */
export const movedClock = ({ nowMs, sleep }: Clock, offsetMs: number): Clock => ({
  nowMs: () => nowMs() + offsetMs,
  sleep,
});
