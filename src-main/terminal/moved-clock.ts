import type { Clock } from '#shared/clock.ts';
import type { Surroundings } from './surroundings.ts';

/** The clock `--now` asks for: it runs as the machine's does, `offsetMs` away from it. */
export const movedClock = (
  { nowMs, sleep }: Pick<Surroundings, 'nowMs' | 'sleep'>,
  offsetMs: number,
): Clock => ({ nowMs: () => nowMs() + offsetMs, sleep });
