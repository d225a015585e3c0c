import { readableInstant } from '#shared/words/readable-time.ts';
import { toIso } from '#shared/clock.ts';
import type { Finding } from './finding.ts';

const check = 'clock';
/** Passbook is younger than this, so an earlier clock is a wrong one (a board without a battery, most often). */
const firstPossibleMs = Date.UTC(2024, 0, 1);

/** Consents, tokens and date ranges all depend on the clock. */
export function checkClock(nowMs: number, offsetMs: number): Finding {
  const now = readableInstant(toIso(nowMs));
  if (offsetMs !== 0) {
    return { check, state: 'warn', message: `The clock was moved with --now: for this run it is ${now}.` };
  }
  return nowMs < firstPossibleMs
    ? { check, state: 'fail', message: `The clock says ${now}, which cannot be: set it, then try again.` }
    : { check, state: 'ok', message: `The clock says ${now}.` };
}
