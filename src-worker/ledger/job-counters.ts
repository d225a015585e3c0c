import type { StoredCounts } from '../engine/account-ledger.ts';
import type { AccountRefs } from './account-refs.ts';
import type { WritingDatabase } from './ledger-database.ts';
import type { Ledger } from './open-ledger.ts';

/** Adds what a transaction stored to its job, in that same transaction: after any crash the sums are right. */
export function addToCounters(
  db: WritingDatabase,
  refs: AccountRefs,
  counts: StoredCounts & { readonly pages: number },
): void {
  const { inserted, duplicates, updated, removed, pages } = counts;
  const added = `transactions_synced = transactions_synced + ?, duplicates = duplicates + ?, updated = updated + ?,
    removed = removed + ?, pages_done = pages_done + ?`;
  db.prepare(`UPDATE jobs SET ${added} WHERE ref = ?`).run(
    inserted,
    duplicates,
    updated,
    removed,
    pages,
    refs.jobRef,
  );
  db.prepare('INSERT OR IGNORE INTO job_accounts (job_ref, account_ref) VALUES (?, ?)').run(
    refs.jobRef,
    refs.accountRef,
  );
  db.prepare(`UPDATE job_accounts SET ${added} WHERE job_ref = ? AND account_ref = ?`).run(
    inserted,
    duplicates,
    updated,
    removed,
    pages,
    refs.jobRef,
    refs.accountRef,
  );
}

/** Counts what happened without a stored row: failed accounts, unreadable rows, answers of 429. */
export function countJobEvents(
  ledger: Ledger,
  jobId: string,
  counts: { readonly errors: number; readonly rateLimited: number },
): void {
  ledger.db
    .prepare('UPDATE jobs SET errors = errors + ?, rate_limited = rate_limited + ? WHERE id = ?')
    .run(counts.errors, counts.rateLimited, jobId);
}
