import { createControl, type ControlParts } from '../create-control.ts';
import type { EveningTimes } from '../demo-bank-options.ts';
import { createEvening, eveningCast } from './evening.ts';
import { eveningFaults } from './evening-faults.ts';

/**
 * Gives just opened books their evening: prepared at the moment they opened, and lived again where it has passed.
 *
 * @returns lets it pass now, once. What people should see of the bank's manners comes with it, unless a fault file
 * says how the bank behaves.
 */
export function openEvening(
  parts: Omit<ControlParts, 'passEvening'>,
  times: EveningTimes | undefined,
  hasFaultFile: boolean,
): (atMs: number) => void {
  const cast = eveningCast(parts.books);
  if (times === undefined || cast === null) return () => undefined;
  // A clock of its own: what the evening finds in the books must not hang on when the bank was started again.
  let livedMs = times.openedAtMs;
  const clock = { nowMs: () => livedMs, advance: () => undefined };
  const evening = createEvening(createControl({ ...parts, clock, passEvening: () => undefined }), cast);
  let hasPassed = false;
  const pass = (atMs: number): void => {
    livedMs = atMs;
    hasPassed = true;
    evening.pass();
  };
  evening.prepare();
  if (times.passedAtMs !== null) pass(times.passedAtMs);
  return (atMs) => {
    if (hasPassed) return;
    pass(atMs);
    if (!hasFaultFile) parts.faults.set(eveningFaults(cast));
  };
}
