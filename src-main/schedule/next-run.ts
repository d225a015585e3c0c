/** What the next unattended sync depends on. Instants are milliseconds since 1970. */
export interface ScheduleFacts {
  readonly nowMs: number;
  /** Hours between syncs; `null`: only when asked. */
  readonly everyHours: number | null;
  /** When the last sync of any kind began, a failed one too: what has just been tried is not tried again at once. */
  readonly lastBeganMs: number | null;
  readonly pausedUntilMs: number | null;
  /** Something that changes with every sync, such as the last job's id. */
  readonly jitterSeed: string;
}

/** Clients of one bank that all began at the same hour would otherwise go on meeting there. */
const widestJitterMs = 20 * 60_000;

/** After a pause, a night's sleep or a start the network needs a moment, and so does the user. */
const settleMs = 60_000;

/**
 * When to sync next without the user, or `null`. Jitter only ever makes the interval longer, and the interval is at
 * least six hours, so no day sees more than the four calls that banks allow without the user (PSD2). What was missed
 * while the machine slept or the app was closed is caught up with once, a minute later.
 */
export function nextRun(facts: ScheduleFacts): number | null {
  const { nowMs, everyHours, lastBeganMs, pausedUntilMs, jitterSeed } = facts;
  if (everyHours === null) return null;
  const jitterMs = fractionOf(jitterSeed) * widestJitterMs;
  const planned = lastBeganMs === null ? nowMs : lastBeganMs + everyHours * 3_600_000 + jitterMs;
  const notBefore = Math.max(nowMs, pausedUntilMs ?? 0) + settleMs;
  // Planned and still ahead stands as it is; overdue, or due in a pause, means soon after.
  return Math.round(planned > Math.max(nowMs, pausedUntilMs ?? 0) ? planned : notBefore);
}

/** In [0, 1), the same for the same text: FNV-1a (32 bit), stirred once more, since ids differ in their ends only. */
export function fractionOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35) >>> 0;
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
