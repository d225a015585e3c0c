import type { ReadingDatabase, WritingDatabase } from '../ledger-database.ts';

/**
 * Works something out without holding the ledger, then uses it in one immediate transaction. Should another process have
 * written in between, it is worked out once more, inside.
 */
export function whenUnchanged<Worked, Done>(
  db: WritingDatabase,
  workOut: () => Worked,
  use: (worked: Worked) => Done,
): Done {
  const before = stateOf(db);
  const worked = workOut();
  return db.transaction(() => use(stateOf(db) === before ? worked : workOut())).immediate();
}

/** Every page and every decision leaves one of these. */
const stateOf = (db: ReadingDatabase): unknown =>
  db
    .prepare(
      `SELECT coalesce((SELECT max(ref) FROM raw_pages), 0) || ' ' ||
              coalesce((SELECT max(ref) FROM transaction_changes), 0) || ' ' ||
              (SELECT count(*) FROM jobs WHERE undone_at IS NOT NULL)`,
    )
    .pluck()
    .get();
