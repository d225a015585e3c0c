import Database from 'better-sqlite3';

/** A database of somebody else, closed and whole. @returns `file`. */
export function foreignDatabase(
  file: string,
  wish: { readonly wal: boolean; readonly applicationId: number },
): string {
  const db = new Database(file);
  if (wish.wal) db.pragma('journal_mode = WAL');
  db.pragma(`application_id = ${wish.applicationId}`);
  db.exec('CREATE TABLE theirs (x); INSERT INTO theirs VALUES (1)');
  db.close();
  return file;
}
