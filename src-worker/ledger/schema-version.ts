import type { ReadingDatabase } from './ledger-database.ts';

/** SQLite's `user_version`: the last migration that ran; 0 for a new file. */
export const schemaVersion = (db: ReadingDatabase): number =>
  Number(db.pragma('user_version', { simple: true }));
