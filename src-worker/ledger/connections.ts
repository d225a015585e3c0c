import type { Connection } from '#shared/connection.ts';
import { dropUnseenConnections } from './drop-unseen-connections.ts';
import type { WritingDatabase } from './ledger-database.ts';
import type { Ledger } from './open-ledger.ts';
import type { ReadingLedger } from './open-ledger-read-only.ts';

const columns = `id, environment, auth_url AS authUrl, api_url AS apiUrl, client_id AS clientId,
  redirect_uri AS redirectUri, provider_id AS providerId, provider_name AS providerName, state,
  consent_created_at AS consentCreatedAt, consent_expires_at AS consentExpiresAt`;

/** With what a sync needs; all of them, or the one with this id, now or formerly (none when there is none). */
export function loadConnections({ db }: ReadingLedger, connectionId?: string): readonly Connection[] {
  if (connectionId === undefined) {
    return db.prepare<[], Connection>(`SELECT ${columns} FROM connections ORDER BY ref`).all();
  }
  const present = db
    .prepare<[string], Connection>(`SELECT ${columns} FROM connections WHERE id = ?`)
    .all(connectionId);
  if (present.length > 0) return present;
  return db
    .prepare<[string], Connection>(
      `SELECT ${columns} FROM connections
       WHERE ref = (SELECT connection_ref FROM former_connection_ids WHERE connection_id = ?)`,
    )
    .all(connectionId);
}

/** Active ones whose tokens no discovery and no refresh has used since `sinceIso`. */
export const listIdleConnections = ({ db }: ReadingLedger, sinceIso: string): readonly Connection[] =>
  db
    .prepare<[string, string], Connection>(
      `SELECT ${columns} FROM connections c
       WHERE state = 'active' AND updated_at < ?
         AND NOT EXISTS (SELECT 1 FROM accounts a WHERE a.connection_ref = c.ref AND a.last_seen_at >= ?)
       ORDER BY ref`,
    )
    .all(sinceIso, sinceIso);

/** Writes or replaces by id, and takes away what was connected to no avail before. `renews`: the connection it was made to renew. */
export const saveConnection = (
  { db }: Ledger,
  connection: Connection,
  nowIso: string,
  renews?: string,
): void =>
  db
    .transaction(() => {
      writeConnection(db, connection, nowIso);
      dropUnseenConnections(db, connection.id);
      if (renews === undefined) return;
      db.prepare(
        `INSERT OR REPLACE INTO renewals (connection_ref, renews_ref)
         SELECT c.ref, r.ref FROM connections c, connections r WHERE c.id = ? AND r.id = ?`,
      ).run(connection.id, renews);
    })
    .immediate();

function writeConnection(db: WritingDatabase, connection: Connection, nowIso: string): void {
  db.prepare(
    `INSERT INTO connections (id, environment, auth_url, api_url, client_id, redirect_uri, provider_id,
       provider_name, state, consent_created_at, consent_expires_at, created_at, updated_at)
     VALUES (@id, @environment, @authUrl, @apiUrl, @clientId, @redirectUri, @providerId, @providerName, @state,
       @consentCreatedAt, @consentExpiresAt, @nowIso, @nowIso)
     ON CONFLICT (id) DO UPDATE SET
       environment = excluded.environment, auth_url = excluded.auth_url, api_url = excluded.api_url,
       client_id = excluded.client_id, redirect_uri = excluded.redirect_uri, provider_id = excluded.provider_id,
       provider_name = excluded.provider_name, state = excluded.state,
       consent_created_at = excluded.consent_created_at, consent_expires_at = excluded.consent_expires_at,
       updated_at = excluded.updated_at`,
  ).run({ ...connection, nowIso });
}

/**
 * A consent that the user ended stays ended, whatever a sync or a refresh that was under way says of it afterwards: only a
 * new consent (`saveConnection`) makes it another.
 *
 * @returns whether there is such a connection.
 */
export const setConnectionState = (
  { db }: Ledger,
  connectionId: string,
  state: Connection['state'],
  nowIso: string,
): boolean =>
  db
    .prepare(`UPDATE connections SET state = iif(state = 'revoked', state, ?), updated_at = ? WHERE id = ?`)
    .run(state, nowIso, connectionId).changes > 0;
