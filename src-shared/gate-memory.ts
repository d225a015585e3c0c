/** How many providers one job can keep apart. */
export const gateSlots = 64;

/** What is kept for each provider, by place; times in whole milliseconds, instants since 1970. */
export const gateWords = {
  /** An instant, before which nobody asks it. */
  opensAt: 0,
  /** When the next call may go, while the pace is slowed. */
  nextTurn: 1,
  /** The least time between two calls; 0: none. */
  interval: 2,
  /** 1 once a thread has brought what earlier runs learnt. */
  isSet: 3,
  /** When the job first asked it. */
  startedAt: 4,
  /** When it last said 429 to a call that knew of no other; 0: not in this job. */
  refusedAt: 5,
  /** Good answers since then. */
  answers: 6,
  /** The most good answers for their time between two 429s, and that time. */
  bestAnswers: 7,
  bestTook: 8,
  /** Calls that are still to be made before `closesAt`, of all threads. */
  callsAhead: 9,
  /** When the bank closes what it serves right after a consent only; 0: it has nothing of the kind. */
  closesAt: 10,
} as const;

/** Words a slot. */
export const gateSlotWords = Object.keys(gateWords).length;

/** The memory every thread of a pool shares: when each provider may be asked, and how fast. */
export const createGateMemory = (): SharedArrayBuffer =>
  new SharedArrayBuffer(gateSlots * gateSlotWords * BigInt64Array.BYTES_PER_ELEMENT);
