import type { Ledger } from './open-ledger.ts';

/** An endpoint of an account, or of the connection itself (`accountId` ''), as this kind of run asks it. */
export interface AskedEndpoint {
  readonly connectionId: string;
  readonly accountId: string;
  readonly endpoint: string;
  /** The user is present. */
  readonly attended: boolean;
}

/**
 * Remembers `provider_request_limit_exceeded`: no run asks again before `untilIso`. What a present user was told
 * outweighs what a run without them was.
 */
export function rememberStop({ db }: Ledger, asked: AskedEndpoint, untilIso: string): void {
  db.prepare(
    `INSERT INTO daily_stops (connection_ref, account_id, endpoint, until_at, attended)
     SELECT ref, ?, ?, ?, ? FROM connections WHERE id = ?
     ON CONFLICT DO UPDATE SET until_at = max(until_at, excluded.until_at),
       attended = CASE WHEN until_at < excluded.until_at THEN excluded.attended
                       ELSE max(attended, excluded.attended) END`,
  ).run(asked.accountId, asked.endpoint, untilIso, asked.attended ? 1 : 0, asked.connectionId);
}

/**
 * Until when not to ask; `null`: ask. A present user may ask what was refused without them, since `X-PSU-IP` lifts
 * that limit (truelayer.md 4.4), but not what was refused to them.
 */
export function stoppedUntil({ db }: Ledger, asked: AskedEndpoint, nowIso: string): string | null {
  const stop = db
    .prepare<[string, string, string, string, number], { untilIso: string }>(
      `SELECT s.until_at AS untilIso
       FROM daily_stops s JOIN connections c ON c.ref = s.connection_ref
       WHERE c.id = ? AND s.account_id = ? AND s.endpoint = ? AND s.until_at > ? AND s.attended >= ?`,
    )
    .get(asked.connectionId, asked.accountId, asked.endpoint, nowIso, asked.attended ? 1 : 0);
  return stop?.untilIso ?? null;
}
