/** Somebody who stopped typing for this long is reading. */
const typingLastsMs = 2000;

/**
 * A table must not be drawn anew under somebody's hands: while they type, or have a dialog open. `lastTypedMs`: when
 * a key last changed the search; both times by the same clock.
 */
export const userIsBusy = (hasDialog: boolean, lastTypedMs: number, nowMs: number): boolean =>
  hasDialog || nowMs - lastTypedMs < typingLastsMs;
