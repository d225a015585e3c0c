/** When the user looked at a ledger's overview. Times are UTC ISO 8601. */
export interface Look {
  /** What has changed is told since this moment; `null`: they had never looked before. */
  readonly sinceIso: string | null;
  readonly lastIso: string;
}

/** Who comes back within this time is still looking: what was new stays new while they go to see it. */
const sameLookMs = 30 * 60_000;

/** The look at `nowIso`, after the one before. `isLook` false: the page is only drawn anew, which nobody may have seen. */
export function nextLook(before: Look | undefined, nowIso: string, isLook: boolean): Look {
  if (before === undefined) return { sinceIso: null, lastIso: nowIso };
  if (!isLook) return before;
  const isSame = Date.parse(nowIso) - Date.parse(before.lastIso) < sameLookMs;
  return { sinceIso: isSame ? before.sinceIso : before.lastIso, lastIso: nowIso };
}
