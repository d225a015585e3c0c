import type { WritingDatabase } from './ledger-database.ts';

/**
 * Writes what the user said, and returns when the disk has it. Elsewhere a commit may be lost with the power
 * (`synchronous = NORMAL` under WAL: never half, but the newest may be gone), and the next sync asks the bank again; the
 * user cannot be asked again. Inside of another transaction it is that one's to commit.
 */
export function writeUsersWord<T>(db: WritingDatabase, write: () => T): T {
  if (db.inTransaction) return write();
  const before = String(db.pragma('synchronous', { simple: true }));
  db.pragma('synchronous = FULL');
  try {
    return write();
  } finally {
    db.pragma(`synchronous = ${before}`);
  }
}
