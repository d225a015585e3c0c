/** How long background syncs rest. */
export type PauseLength = 'hour' | 'tomorrow';

/** `tomorrow` ends at the user's own midnight: the clock on the wall decides what tomorrow is. */
export function pauseEndMs(length: PauseLength, nowMs: number): number {
  if (length === 'hour') return nowMs + 3_600_000;
  const midnight = new Date(nowMs);
  midnight.setHours(24, 0, 0, 0);
  return midnight.getTime();
}
