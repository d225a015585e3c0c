import type { WritingDatabase } from './ledger-database.ts';

/**
 * Takes away connections whose consent ended before the bank showed anything of itself (a first sync that failed, tokens
 * that were kept for one run only): no later consent can be known as theirs, so every sync from then on would end with
 * their `reconnect-needed`, however often the user connects. They hold nothing; their jobs stay. Inside the caller's
 * transaction.
 *
 * @param givenId the connection that is made now, with a client of the same environment
 */
export function dropUnseenConnections(db: WritingDatabase, givenId: string): void {
  const unseen = db
    .prepare<[string], number>(
      `SELECT c.ref FROM connections c JOIN connections given
         ON given.id = ? AND c.ref <> given.ref AND c.environment = given.environment AND c.client_id = given.client_id
       WHERE c.state = 'reconnect-needed' AND c.provider_id = ''
         AND NOT EXISTS (SELECT 1 FROM accounts a WHERE a.connection_ref = c.ref)`,
    )
    .pluck()
    .all(givenId);
  for (const ref of unseen) {
    db.prepare('UPDATE jobs SET connection_ref = NULL WHERE connection_ref = ?').run(ref);
    db.prepare('DELETE FROM call_budget WHERE connection_ref = ?').run(ref);
    db.prepare('DELETE FROM daily_stops WHERE connection_ref = ?').run(ref);
    db.prepare('DELETE FROM connections WHERE ref = ?').run(ref);
  }
}
