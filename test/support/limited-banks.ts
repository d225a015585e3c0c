/** What a limited bank says to a call: `null`: the answer. `retryAfterS`: `null` when it does not say for how long. */
export type LimitAnswer = null | { readonly retryAfterS: number | null; readonly isQuota?: boolean };

/** A bank with a limit of its kind, fresh for each trial; `nowMs` from 0. */
export type LimitedBank = () => (nowMs: number) => LimitAnswer;

/** Refuses every `n`th call, however slowly it is asked; each third time without a word for how long. */
const everyNth =
  (n: number): LimitedBank =>
  () => {
    let calls = 0;
    let refused = 0;
    return () => {
      calls += 1;
      if (calls % n !== 0) return null;
      refused += 1;
      return { retryAfterS: refused % 3 === 0 ? null : 2 };
    };
  };

/** A token bucket: `perSecond` calls in the long run, `burst` at once. */
const bucket =
  (perSecond: number, burst: number, says: boolean): LimitedBank =>
  () => {
    let tokens = burst;
    let lastMs = 0;
    return (nowMs) => {
      tokens = Math.min(burst, tokens + ((nowMs - lastMs) / 1000) * perSecond);
      lastMs = nowMs;
      if (tokens < 1) return { retryAfterS: says ? Math.ceil((1 - tokens) / perSecond) : null };
      tokens -= 1;
      return null;
    };
  };

/** So many calls in each `seconds` by the clock. */
const fixedWindow =
  (calls: number, seconds: number, says: boolean): LimitedBank =>
  () => {
    let current = -1;
    let used = 0;
    return (nowMs) => {
      const now = Math.floor(nowMs / (seconds * 1000));
      if (now !== current) used = 0;
      current = now;
      used += 1;
      const leftS = ((now + 1) * seconds * 1000 - nowMs) / 1000;
      return used > calls ? { retryAfterS: says ? Math.ceil(leftS) : null } : null;
    };
  };

/** Two calls must be so far apart. */
const apart =
  (gapMs: number): LimitedBank =>
  () => {
    let lastMs = Number.NEGATIVE_INFINITY;
    return (nowMs) => {
      if (nowMs - lastMs < gapMs) return { retryAfterS: 1 };
      lastMs = nowMs;
      return null;
    };
  };

/** Refuses one call in so many by chance. `seed`: the chance is the same in each trial. */
const byChance =
  (share: number, seed: number): LimitedBank =>
  () => {
    let state = seed;
    return () => {
      // A linear congruential generator (Numerical Recipes): good enough to be uneven.
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state / 2 ** 32 < share ? { retryAfterS: 2 } : null;
    };
  };

/** So many calls, then no more today. */
const dailyQuota =
  (calls: number): LimitedBank =>
  () => {
    let used = 0;
    return () => {
      used += 1;
      return used > calls ? { retryAfterS: null, isQuota: true } : null;
    };
  };

/** The kinds of limit the pace is tried against, by what they are. */
export const limitedBanks = {
  'no limit': () => () => null,
  'every 5th call refused': everyNth(5),
  'every 12th call refused': everyNth(12),
  'every 40th call refused': everyNth(40),
  'one call in twenty refused by chance': byChance(0.05, 7),
  'one call in ten refused by chance': byChance(0.1, 7),
  'a bucket of 5 a second': bucket(5, 5, true),
  'a bucket of 5 a second that names no time': bucket(5, 5, false),
  'a bucket of 2 a second': bucket(2, 10, true),
  'a bucket of 2 a second that names no time': bucket(2, 10, false),
  'a bucket of 1 a second': bucket(1, 5, true),
  'a bucket of 1 a second that names no time': bucket(1, 5, false),
  'a window of 60 in a minute': fixedWindow(60, 60, true),
  'a window of 30 in ten seconds': fixedWindow(30, 10, true),
  'a window of 30 in ten seconds that names no time': fixedWindow(30, 10, false),
  'calls 300 ms apart': apart(300),
  'a quota of 300 a day': dailyQuota(300),
  'no call taken at all': () => () => ({ retryAfterS: null }),
} satisfies Readonly<Record<string, LimitedBank>>;

/** One of them. */
export type LimitedBankName = keyof typeof limitedBanks;
