import type { BankAccount } from '#shared/bank-rows.ts';
import { type EarlierConnection, findEarlierConnection } from './find-earlier-connection.ts';
import type { WritingDatabase } from './ledger-database.ts';

/**
 * A reconnect by a plain new link makes a new connection with the accounts of an old one (truelayer.md 1.9). The
 * old row, which everything refers to, goes on with the new one's hosts, client and consent; the new row's jobs and
 * budget follow it and the new row goes, whose id was told already (`connect --json`) and from now on means the old row.
 * Inside the caller's transaction.
 *
 * @returns the connection that goes on, or `undefined` when the given one is a bank of its own.
 */
export function adoptEarlierConnection(
  db: WritingDatabase,
  givenRef: number,
  found: readonly BankAccount[],
  nowIso: string,
): EarlierConnection | undefined {
  const providerId = db
    .prepare<[number], string>('SELECT provider_id FROM connections WHERE ref = ?')
    .pluck()
    .get(givenRef);
  const earlier = findEarlierConnection(db, { ref: givenRef, providerId: providerId ?? '' }, found);
  if (earlier === undefined) return undefined;
  db.prepare(
    `UPDATE connections SET
       (auth_url, api_url, client_id, redirect_uri, provider_name, state, credentials_id, consent_created_at,
        consent_expires_at) =
         (SELECT auth_url, api_url, client_id, redirect_uri, provider_name, state, credentials_id,
                 consent_created_at, consent_expires_at
          FROM connections WHERE ref = ?),
       updated_at = ?
     WHERE ref = ?`,
  ).run(givenRef, nowIso, earlier.ref);
  db.prepare('UPDATE accounts SET connection_ref = ? WHERE connection_ref = ?').run(earlier.ref, givenRef);
  db.prepare('UPDATE jobs SET connection_ref = ? WHERE connection_ref = ?').run(earlier.ref, givenRef);
  db.prepare(
    `INSERT INTO call_budget (connection_ref, account_id, endpoint, day, used)
     SELECT ?, account_id, endpoint, day, used FROM call_budget WHERE connection_ref = ?
     ON CONFLICT DO UPDATE SET used = used + excluded.used`,
  ).run(earlier.ref, givenRef);
  db.prepare('DELETE FROM call_budget WHERE connection_ref = ?').run(givenRef);
  // A new consent was not refused anything yet: what it was told goes with the row it was told under.
  db.prepare('DELETE FROM daily_stops WHERE connection_ref = ?').run(givenRef);
  db.prepare('UPDATE former_connection_ids SET connection_ref = ? WHERE connection_ref = ?').run(
    earlier.ref,
    givenRef,
  );
  db.prepare(
    `INSERT OR REPLACE INTO former_connection_ids (connection_id, connection_ref, replaced_at)
     SELECT id, ?, ? FROM connections WHERE ref = ?`,
  ).run(earlier.ref, nowIso, givenRef);
  db.prepare('DELETE FROM connections WHERE ref = ?').run(givenRef);
  return earlier;
}
