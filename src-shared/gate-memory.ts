/** How many providers one job can keep apart. */
export const gateSlots = 64;

/** What is kept for each provider, by place; all in whole milliseconds. */
export const gateWords = {
  /** An instant, before which nobody asks it. */
  opensAt: 0,
  /** When the next call may go, while the pace is slowed. */
  nextTurn: 1,
  /** The least time between two calls; 0: none. */
  interval: 2,
  /** 1 once a thread has brought what earlier runs learnt. */
  isSet: 3,
} as const;

/** Words a slot. */
export const gateSlotWords = 4;

/** The memory every thread of a pool shares: when each provider may be asked, and how fast. */
export const createGateMemory = (): SharedArrayBuffer =>
  new SharedArrayBuffer(gateSlots * gateSlotWords * BigInt64Array.BYTES_PER_ELEMENT);
