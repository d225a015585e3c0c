/**
 * Scrambles 32 bits (the finaliser of MurmurHash3). Each input has its own output: ids made from it never collide
 * as long as what goes in differs.
 */
export function scramble32(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** One 32-bit seed from several labels, so that every account and every day has a stream of its own. */
export function seedOf(...labels: readonly (number | string)[]): number {
  let h = 0x9e3779b9;
  for (const label of labels) {
    if (typeof label === 'number') h = scramble32(h + Math.imul(label, 0x9e3779b1) + 1);
    else
      for (let i = 0; i < label.length; i += 1)
        h = scramble32(h + Math.imul(label.charCodeAt(i), 0x85ebca77));
  }
  return h;
}

/** A list with at least one entry, so that picking from it always gives something. */
export type NonEmpty<T> = readonly [T, ...T[]];

/** A stream of chance that a seed repeats exactly. */
export interface Random {
  /** From 0, below 1. */
  readonly unit: () => number;
  /** A whole number, both ends included. */
  readonly between: (lowest: number, highest: number) => number;
  readonly pick: <T>(list: NonEmpty<T>) => T;
  /** `probability` from 0 to 1. */
  readonly chance: (probability: number) => boolean;
}

/** Starts the stream that belongs to these labels (Mulberry32: tiny, fast, and even enough for shopping). */
export function createRandom(...labels: readonly (number | string)[]): Random {
  let state = seedOf(...labels);
  const unit = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    unit,
    between: (lowest, highest) => lowest + Math.floor(unit() * (highest - lowest + 1)),
    pick: (list) => list[Math.floor(unit() * list.length)] ?? list[0],
    chance: (probability) => unit() < probability,
  };
}
