import { addDays, utcDay } from '#shared/calendar-day.ts';
import { rateLimitRecordDays, type RateLimitRecord } from '#shared/words/rate-limit-words.ts';
import { rested } from '../source/pace.ts';
import type { Ledger } from './open-ledger.ts';
import type { ReadingLedger } from './open-ledger-read-only.ts';

const ofConnection = 'FROM connections WHERE id = ?';

/** The pause that this connection's provider has shown to need, faded by the time since; 0: none. */
export function recallPause({ db }: Pick<ReadingLedger, 'db'>, connectionId: string, nowMs: number): number {
  const row = db
    .prepare<[string], { pauseMs: number; learntAt: string }>(
      `SELECT pause_ms AS pauseMs, learnt_at AS learntAt FROM provider_pauses
       WHERE (api_url, provider_id) = (SELECT api_url, provider_id ${ofConnection})`,
    )
    .get(connectionId);
  return row === undefined ? 0 : rested(row.pauseMs, nowMs - Date.parse(row.learntAt));
}

/** Remembers the pause for the next run. A bank that is not known yet (before its first discovery) has none. */
export function rememberPause({ db }: Ledger, connectionId: string, pauseMs: number, nowIso: string): void {
  db.prepare(
    `INSERT INTO provider_pauses (api_url, provider_id, pause_ms, learnt_at)
     SELECT api_url, provider_id, ?, ? ${ofConnection} AND provider_id <> ''
     ON CONFLICT DO UPDATE SET pause_ms = excluded.pause_ms, learnt_at = excluded.learnt_at`,
  ).run(pauseMs, nowIso, connectionId);
}

/** Counts one answer of 429. `day`: UTC. */
export function countRateLimit({ db }: Ledger, connectionId: string, day: string): void {
  db.prepare(
    `INSERT INTO rate_limit_days (api_url, provider_id, day, answers)
     SELECT api_url, provider_id, ?, 1 ${ofConnection} AND provider_id <> ''
     ON CONFLICT DO UPDATE SET answers = answers + 1`,
  ).run(day, connectionId);
}

/** How often each connection's provider has said 429 of late, and the pause it is given now. */
export function listRateLimits({ db }: ReadingLedger, nowMs: number): readonly RateLimitRecord[] {
  const today = utcDay(nowMs);
  const since = addDays(today, 1 - rateLimitRecordDays);
  return db
    .prepare<[string, string], Omit<RateLimitRecord, 'pauseMs'>>(
      `SELECT c.id AS connectionId, c.provider_name AS providerName, sum(d.answers) AS answers, count(*) AS days
       FROM connections c JOIN rate_limit_days d ON d.api_url = c.api_url AND d.provider_id = c.provider_id
       WHERE d.day BETWEEN ? AND ? AND c.state <> 'revoked'
       GROUP BY c.ref ORDER BY c.provider_name, c.id`,
    )
    .all(since, today)
    .map((row) => ({ ...row, pauseMs: recallPause({ db }, row.connectionId, nowMs) }));
}
