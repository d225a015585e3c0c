/** How many providers one job can keep apart. */
export const gateSlots = 64;

/** The memory every thread of a pool shares: for each provider one instant, before which nobody asks it. */
export const createGateMemory = (): SharedArrayBuffer =>
  new SharedArrayBuffer(gateSlots * BigInt64Array.BYTES_PER_ELEMENT);
