/** After the first 429: five calls a second, which is slower than a run of threads and faster than one thread with a slow bank. */
const firstIntervalMs = 200;
/** A bank that wants more than this apart is better served by Retry-After and by fewer syncs. */
export const slowestIntervalMs = 10_000;
/** Below this a pause changes nothing: a call takes longer. */
const leastIntervalMs = 50;
const mostGrowth = 2;
const leastGrowth = 1.25;
/** Carefully: some 23 good answers halve the pause. */
const recovery = 0.97;
/** Where there is no time for care: seven good answers do. */
const hastyRecovery = 0.9;
/** Fewer good answers than these between two 429s say that the bank is asked too fast, whatever else they say. */
const fewestAnswers = 4;
/** So many more good answers between two 429s are worth a pause that costs time. */
const more = 1.5;
/** Less time than this is not lost: a bank that takes so many calls in a time gives no more for being asked faster. */
const costly = 1.05;
/** What went best fades by this with each 429: the bank may have become stricter since. */
const fading = 1.1;
const dayMs = 86_400_000;

/** Good answers on end, until the bank said 429. */
export interface Stretch {
  readonly answers: number;
  /** How long they took, in milliseconds, with what was waited at the bank's word. */
  readonly tookMs: number;
}

/** What happened until the bank said 429. */
export interface Refusal extends Stretch {
  /** The pause between calls that was not enough; 0: none. */
  readonly pauseMs: number;
  /** The quickest stretch of this job so far; `null`: none to compare with. */
  readonly best: Stretch | null;
}

/**
 * The bank said 429: the pause from now on. As a rule what the bank has shown to take, time over calls, so that
 * a pause that is nearly right is not doubled. A bank that says 429 now and then however slowly it is asked is not asked more
 * and more slowly: when a longer pause has cost time and brought no more answers, half of it will do
 * (docs/decisions/0020-a-pause-that-helps.md).
 */
export function slower(refusal: Refusal): number {
  const { pauseMs, answers, tookMs } = refusal;
  if (hasNotHelped(refusal)) return worthwhile(pauseMs / 2);
  // Asked again after a silence, and nothing answered since: it was not for the pause between calls.
  if (answers === 0) return Math.max(firstIntervalMs, pauseMs);
  const most = Math.max(firstIntervalMs, pauseMs * mostGrowth);
  const next = Math.min(most, Math.max(firstIntervalMs, pauseMs * leastGrowth, tookMs / answers));
  return Math.min(slowestIntervalMs, Math.ceil(next));
}

const hasNotHelped = ({ answers, tookMs, best }: Refusal): boolean =>
  best !== null &&
  answers >= fewestAnswers &&
  answers < best.answers * more &&
  tookMs / answers > (best.tookMs / best.answers) * costly;

/** What a later stretch is held against. */
export function bestOf(best: Stretch | null, { answers, tookMs }: Stretch): Stretch | null {
  if (answers === 0) return best;
  return best === null || tookMs / answers <= best.tookMs / best.answers
    ? { answers, tookMs }
    : { ...best, tookMs: best.tookMs * fading };
}

/**
 * The bank answered: a little less, and less still when what is left to ask does not fit the time for it at this
 * pause. `fitsMs`: the pause at which it would. A bank that never says 429 is never slowed.
 */
export const faster = (intervalMs: number, fitsMs: number): number =>
  worthwhile(intervalMs * (intervalMs > fitsMs ? hastyRecovery : recovery));

/** What a pause learnt `idleMs` ago is worth now: half of it for each whole day. */
export const rested = (intervalMs: number, idleMs: number): number =>
  worthwhile(intervalMs / 2 ** Math.floor(Math.max(0, idleMs) / dayMs));

/** The pause at which `calls` fit into `leftMs`; any will do where nothing hurries. */
export const fitting = (calls: number, leftMs: number): number =>
  calls > 0 && leftMs > 0 ? leftMs / calls : Number.POSITIVE_INFINITY;

const worthwhile = (intervalMs: number): number =>
  intervalMs < leastIntervalMs ? 0 : Math.floor(intervalMs);
