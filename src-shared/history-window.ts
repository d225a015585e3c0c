/**
 * How long after a consent banks serve what they later close: history older than 90 days, `/info`, with some of them
 * standing orders, direct debits and the list of accounts (truelayer.md 2.9).
 */
export const historyWindowMs = 5 * 60_000;

/** When that ends, UTC ISO 8601; `null` when it is over, or when nobody knows when the consent was given. */
export function historyWindowEnd(consentCreatedAt: string | null, nowMs: number): string | null {
  const endsMs = Date.parse(consentCreatedAt ?? '') + historyWindowMs;
  return Number.isNaN(endsMs) || endsMs <= nowMs ? null : new Date(endsMs).toISOString();
}
