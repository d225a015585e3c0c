import type { Ledger } from './open-ledger.ts';

/** What banks allow a day, account and endpoint without the user being present (PSD2; truelayer.md 4.3). */
const unattendedCallsPerDay = 4;

/** One call about to be made. `accountId` is '' for what belongs to the connection; `day` is a UTC day. */
export interface UnattendedCall {
  readonly connectionId: string;
  readonly accountId: string;
  readonly endpoint: string;
  readonly day: string;
}

/**
 * Takes one call from the day's budget, remembered across runs and shared by all processes: one statement, so two
 * can never spend the same call. `used` counts this one, if it was allowed.
 */
export function spendUnattendedCall(
  { db }: Ledger,
  call: UnattendedCall,
): { readonly allowed: boolean; readonly used: number } {
  const spent = db
    .prepare<[string, string, string, string, number], { used: number }>(
      `INSERT INTO call_budget (connection_ref, account_id, endpoint, day, used)
       SELECT ref, ?, ?, ?, 1 FROM connections WHERE id = ?
       ON CONFLICT DO UPDATE SET used = used + 1 WHERE used < ?
       RETURNING used`,
    )
    .get(call.accountId, call.endpoint, call.day, call.connectionId, unattendedCallsPerDay);
  return spent === undefined
    ? { allowed: false, used: unattendedCallsPerDay }
    : { allowed: true, used: spent.used };
}
