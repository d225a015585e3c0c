import { gateSlotWords, gateWords } from '#shared/gate-memory.ts';
import { faster, slower } from './pace.ts';

/** Holds back every thread that talks to one provider while that provider wants to be left alone, or asked slowly. */
export interface RateGate {
  /** Closed until this instant (ms since 1970); never brings an earlier opening. */
  readonly closeUntil: (untilMs: number) => void;
  /** When it opens; in the past when it is open. */
  readonly opensAtMs: () => number;
  /** Takes the next turn and says when it is: now, while the provider is not slowed. Each turn is taken once. */
  readonly takeTurn: (nowMs: number) => number;
  /** The provider said 429. */
  readonly slowDown: () => void;
  /** The provider answered. */
  readonly speedUp: () => void;
  /** The pause between turns; 0: none. */
  readonly intervalMs: () => number;
  /** What earlier runs learnt; only the first of all threads is heard, then what happens now counts. */
  readonly recall: (intervalMs: number) => void;
}

/** A gate over memory from `createGateMemory` (src-shared). Lock-free: whoever meets a newer value tries again. */
export function openRateGate(memory: SharedArrayBuffer, slot: number): RateGate {
  const words = new BigInt64Array(memory);
  const place = (word: keyof typeof gateWords): number => slot * gateSlotWords + gateWords[word];
  const read = (word: keyof typeof gateWords): number => Number(Atomics.load(words, place(word)));

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

  return {
    closeUntil: (untilMs) => void change('opensAt', (held) => (untilMs > held ? untilMs : null)),
    opensAtMs: () => read('opensAt'),
    takeTurn: (nowMs) => {
      const pauseMs = read('interval');
      if (pauseMs === 0) return nowMs;
      return Math.max(
        nowMs,
        change('nextTurn', (turn) => Math.max(nowMs, turn) + pauseMs),
      );
    },
    slowDown: () => void change('interval', slower),
    speedUp: () => void change('interval', (held) => (held === 0 ? null : faster(held))),
    intervalMs: () => read('interval'),
    recall: (intervalMs) => {
      const isFirst = change('isSet', (isSet) => (isSet === 0 ? 1 : null)) === 0;
      if (isFirst && intervalMs > 0) change('interval', (held) => Math.max(held, intervalMs));
    },
  };
}
