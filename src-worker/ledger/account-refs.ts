import type { ReadingDatabase } from './ledger-database.ts';

/** The integer keys that everything an account's sync writes refers to. */
export interface AccountRefs {
  readonly connectionRef: number;
  readonly accountRef: number;
  readonly jobRef: number;
}

/**
 * Looks the keys up once a task.
 *
 * @throws when there is no such account or job: `discover` and `create-job` run before, so that is a bug.
 */
export function accountRefs(
  db: ReadingDatabase,
  at: { readonly connectionId: string; readonly accountId: string; readonly jobId: string },
): AccountRefs {
  const account = db
    .prepare<[string, string], { connectionRef: number; accountRef: number }>(
      `SELECT c.ref AS connectionRef, a.ref AS accountRef
       FROM connections c JOIN accounts a ON a.connection_ref = c.ref
       WHERE c.id = ? AND a.account_id = ?`,
    )
    .get(at.connectionId, at.accountId);
  const job = db.prepare<[string], { ref: number }>('SELECT ref FROM jobs WHERE id = ?').get(at.jobId);
  if (account === undefined) throw new Error(`No account ${at.accountId} in connection ${at.connectionId}`);
  if (job === undefined) throw new Error(`No job ${at.jobId}`);
  return { ...account, jobRef: job.ref };
}
