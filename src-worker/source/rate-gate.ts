import { gateSlotWords, gateWords } from '#shared/gate-memory.ts';
import { bestOf, faster, fitting, slower, type Stretch } from './pace.ts';

/** Holds back every thread that talks to one provider while that provider wants to be left alone, or asked slowly. */
export interface RateGate {
  /** Closed until this instant (ms since 1970); never brings an earlier opening. Turns are taken anew from then on. */
  readonly closeUntil: (untilMs: number) => void;
  /** When it opens; in the past when it is open. */
  readonly opensAtMs: () => number;
  /** Takes the next turn and says when it is: now, while the provider is not slowed. Each turn is taken once. */
  readonly takeTurn: (nowMs: number) => number;
  /**
   * The provider said 429 to a call that was sent at `sentMs`. One that was under way when it last said so tells nothing
   * new and is not heard.
   */
  readonly slowDown: (sentMs: number, nowMs: number) => void;
  /** The provider answered. */
  readonly speedUp: (nowMs: number) => void;
  /** The pause between turns that was learnt; 0: none. */
  readonly intervalMs: () => number;
  /** What earlier runs learnt; only the first of all threads is heard, then what happens now counts. */
  readonly recall: (intervalMs: number) => void;
  /** So many calls more (less, when negative) are to be made before `closesAtMs`, when the bank closes old history. */
  readonly expect: (calls: number, closesAtMs: number) => void;
}

/** A gate over memory from `createGateMemory` (src-shared). Lock-free: whoever meets a newer value tries again. */
export function openRateGate(memory: SharedArrayBuffer, slot: number): RateGate {
  const words = new BigInt64Array(memory);
  const place = (word: keyof typeof gateWords): number => slot * gateSlotWords + gateWords[word];
  const read = (word: keyof typeof gateWords): number => Number(Atomics.load(words, place(word)));
  const put = (word: keyof typeof gateWords, value: number): number =>
    Number(Atomics.exchange(words, place(word), BigInt(Math.ceil(value))));
  const add = (word: keyof typeof gateWords, value: number): void =>
    void Atomics.add(words, place(word), BigInt(value));

  /** Sets what `next` makes of the value; `null` leaves it. @returns the value before */
  const change = (word: keyof typeof gateWords, next: (before: number) => number | null): number => {
    for (;;) {
      const held = Atomics.load(words, place(word));
      const wanted = next(Number(held));
      if (wanted === null) return Number(held);
      const found = Atomics.compareExchange(words, place(word), held, BigInt(Math.ceil(wanted)));
      if (found === held) return Number(held);
    }
  };

  const bestSoFar = (): Stretch => ({ answers: read('bestAnswers'), tookMs: read('bestTook') });
  const fitsMs = (nowMs: number): number => fitting(read('callsAhead'), read('closesAt') - nowMs);
  /** What another day has taught gives way to the clock; what the bank says now does not. */
  const pauseMs = (nowMs: number): number =>
    read('refusedAt') === 0 ? Math.min(read('interval'), fitsMs(nowMs)) : read('interval');

  return {
    closeUntil: (untilMs) => {
      const before = change('opensAt', (held) => (untilMs > held ? untilMs : null));
      if (untilMs > before) put('nextTurn', untilMs);
    },
    opensAtMs: () => read('opensAt'),
    takeTurn: (nowMs) => {
      change('startedAt', (held) => (held === 0 ? nowMs : null));
      const pause = pauseMs(nowMs);
      if (pause === 0) return nowMs;
      return Math.max(
        nowMs,
        change('nextTurn', (turn) => Math.max(nowMs, turn) + pause),
      );
    },
    slowDown: (sentMs, nowMs) => {
      const pause = pauseMs(nowMs);
      const last = read('refusedAt');
      // Of several threads that hear it at once, the one that gets its time in learns from it.
      if (last !== 0 && sentMs <= last) return;
      if (change('refusedAt', (held) => (held === last ? nowMs : null)) !== last) return;
      const answers = put('answers', 0);
      const tookMs = nowMs - (last === 0 ? read('startedAt') : last);
      const best = read('bestAnswers') === 0 ? null : bestSoFar();
      put('interval', slower({ pauseMs: pause, answers, tookMs, best }));
      // Until the first, nothing was learnt: what came then came out of what the bank had saved up for us.
      const next = last === 0 ? null : bestOf(best, { answers, tookMs });
      if (next === null) return;
      put('bestAnswers', next.answers);
      put('bestTook', next.tookMs);
    },
    speedUp: (nowMs) => {
      add('answers', 1);
      if (read('interval') === 0) return;
      const fits = fitsMs(nowMs);
      change('interval', (held) => (held === 0 ? null : faster(held, fits)));
    },
    intervalMs: () => read('interval'),
    recall: (intervalMs) => {
      const isFirst = change('isSet', (isSet) => (isSet === 0 ? 1 : null)) === 0;
      if (isFirst && intervalMs > 0) change('interval', (held) => Math.max(held, intervalMs));
    },
    expect: (calls, closesAtMs) => {
      add('callsAhead', calls);
      change('closesAt', (held) => (closesAtMs > held ? closesAtMs : null));
    },
  };
}
