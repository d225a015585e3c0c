import type { WritingDatabase } from './ledger-database.ts';

/**
 * Does `work` without some triggers or indexes, and makes them again as they were. Inside the caller's transaction,
 * so that no other reader or writer ever sees the ledger without them, and a kill in the middle leaves them there.
 * What `work` returns is returned.
 */
export function withoutSchemaParts<T>(
  db: WritingDatabase,
  kind: 'trigger' | 'index',
  names: readonly string[],
  work: () => T,
): T {
  const definition = db
    .prepare<[string, string], string>('SELECT sql FROM sqlite_schema WHERE type = ? AND name = ?')
    .pluck();
  const definitions = names.flatMap((name) => definition.get(kind, name) ?? []);
  for (const name of names) db.exec(`DROP ${kind} "${name}"`);
  const result = work();
  for (const sql of definitions) db.exec(sql);
  return result;
}
