import type { ConnectionData } from '#shared/connection-data.ts';
import type { ReadingLedger } from './open-ledger-read-only.ts';

/** Counts what `forgetConnection` would delete; `null`: there is no such connection. */
export function describeConnectionData({ db }: ReadingLedger, connectionId: string): ConnectionData | null {
  const ref = db
    .prepare<[string], number>('SELECT ref FROM connections WHERE id = ?')
    .pluck()
    .get(connectionId);
  if (ref === undefined) return null;
  const accounts = db
    .prepare<[number], string>(
      'SELECT display_name FROM accounts WHERE connection_ref = ? ORDER BY kind, ref',
    )
    .pluck()
    .all(ref);
  const theirs = 'IN (SELECT ref FROM accounts WHERE connection_ref = ?)';
  const rows = db
    .prepare<[number], Omit<ConnectionData, 'accounts' | 'pages' | 'pageBytes'>>(
      `SELECT count(*) AS transactions,
              coalesce(sum(t.removed_at IS NOT NULL OR o.is_hidden IS 1), 0) AS notCounted,
              min(t.date) AS firstDay, max(t.date) AS lastDay, count(said.transaction_ref) AS annotated
       FROM transactions t
       LEFT JOIN shown_overlays o ON o.transaction_ref = t.ref
       LEFT JOIN overlays said ON said.transaction_ref = t.ref
       WHERE t.account_ref ${theirs}`,
    )
    .get(ref);
  const pages = db
    .prepare<[number], Pick<ConnectionData, 'pages' | 'pageBytes'>>(
      `SELECT count(*) AS pages, coalesce(sum(length(body_zstd)), 0) AS pageBytes
       FROM raw_pages WHERE account_ref ${theirs}`,
    )
    .get(ref);
  if (rows === undefined || pages === undefined) return null;
  return { accounts, ...rows, ...pages };
}
