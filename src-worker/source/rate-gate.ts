/** Holds back every thread that talks to one provider while that provider wants to be left alone. */
export interface RateGate {
  /** Closed until this instant (ms since 1970); never brings an earlier opening. */
  readonly closeUntil: (untilMs: number) => void;
  /** When it opens; in the past when it is open. */
  readonly opensAtMs: () => number;
}

/** A gate over memory from `createGateMemory` (src-shared). Lock-free: the latest closing wins whoever writes it. */
export function openRateGate(memory: SharedArrayBuffer, slot: number): RateGate {
  const instants = new BigInt64Array(memory);
  return {
    closeUntil: (untilMs) => {
      const wanted = BigInt(Math.ceil(untilMs));
      let held = Atomics.load(instants, slot);
      while (wanted > held) {
        const found = Atomics.compareExchange(instants, slot, held, wanted);
        if (found === held) return;
        held = found;
      }
    },
    opensAtMs: () => Number(Atomics.load(instants, slot)),
  };
}
