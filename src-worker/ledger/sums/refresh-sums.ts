import type { WritingDatabase } from '../ledger-database.ts';
import { createMonthKeeper } from './keep-month.ts';

/** So many a transaction: a sync that wants to store a page waits some tens of milliseconds. */
const rowsATime = 20_000;
const monthsATime = 16;

/**
 * Brings the kept sums (migration 21) up to date: what came and what changed since the last time, by whole months of an
 * account. Some seconds after a million new rows, nothing when nothing has changed.
 */
export function refreshSums(db: WritingDatabase): void {
  while (noteNewRows(db));
  const keepMonth = createMonthKeeper(db);
  while (keepStaleMonths(db, keepMonth));
}

/** New rows make their months stale. @returns whether there may be more. */
function noteNewRows(db: WritingDatabase): boolean {
  const newest = db.prepare<[], number>('SELECT coalesce(max(ref), 0) FROM transactions').pluck();
  const until = db.prepare<[], number>('SELECT ref FROM sums_until').pluck();
  if ((until.get() ?? 0) >= (newest.get() ?? 0)) return false;
  const note = db.transaction(() => {
    const from = until.get() ?? 0;
    const to = Math.min(from + rowsATime, newest.get() ?? 0);
    db.prepare(
      `INSERT INTO sums_stale (account_ref, month)
       SELECT DISTINCT account_ref, substr(date, 1, 7) FROM transactions WHERE ref > ? AND ref <= ?
       ON CONFLICT DO NOTHING`,
    ).run(from, to);
    db.prepare('UPDATE sums_until SET ref = ?').run(to);
  });
  note.immediate();
  return true;
}

function keepStaleMonths(
  db: WritingDatabase,
  keepMonth: (accountRef: number, month: string) => void,
): boolean {
  const stale = db.prepare<[], [number, string]>(
    `SELECT account_ref, month FROM sums_stale LIMIT ${String(monthsATime)}`,
  );
  if (stale.raw().get() === undefined) return false;
  const done = db.prepare('DELETE FROM sums_stale WHERE account_ref = ? AND month = ?');
  const keep = db.transaction(() => {
    for (const [accountRef, month] of stale.raw().all()) {
      keepMonth(accountRef, month);
      done.run(accountRef, month);
    }
  });
  keep.immediate();
  return true;
}
