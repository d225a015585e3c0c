/** So many days before a consent ends the user is told, each once: time to plan, time to act, last call. */
export const consentWarningDays = [14, 7, 1] as const;

/** The nearest warning passed: 14, 7 or 1 days before the end; `ended`: it is over. */
export type ConsentStage = (typeof consentWarningDays)[number] | 'ended';

const dayMs = 86_400_000;

/** How near the end is; `null`: more than 14 days away, or not known. */
export function consentStage(consentExpiresAt: string | null, nowMs: number): ConsentStage | null {
  const leftMs = Date.parse(consentExpiresAt ?? '') - nowMs;
  if (Number.isNaN(leftMs)) return null;
  if (leftMs <= 0) return 'ended';
  return consentWarningDays.findLast((days) => leftMs <= days * dayMs) ?? null;
}

/** The last week, or past the end: time to act. Before that the user is told, and nothing need look alarming. */
export function consentNeedsAction(consentExpiresAt: string | null, nowMs: number): boolean {
  const stage = consentStage(consentExpiresAt, nowMs);
  return stage !== null && stage !== 14;
}

/** The stage reached since `toldAtMs`, so that each is notified once; `null`: none. */
export function consentStageSince(
  consentExpiresAt: string | null,
  toldAtMs: number,
  nowMs: number,
): ConsentStage | null {
  const stage = consentStage(consentExpiresAt, nowMs);
  return stage === consentStage(consentExpiresAt, toldAtMs) ? null : stage;
}
