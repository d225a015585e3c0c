import type { ChangesSince, NewRows, NotableRow } from '#shared/overview.ts';
import type { ReadingDatabase } from '../ledger-database.ts';
import { firstRefAfter } from '../list/arrivals/first-ref.ts';
import type { ReadingLedger } from '../open-ledger-read-only.ts';

/**
 * What has changed since the last look, or since the last sync that ended began. New are exactly the rows that the list
 * shows for `newSince`, found the same way.
 */
export function readChangesSince({ db }: ReadingLedger, sinceIso: string | null): ChangesSince {
  const from = sinceIso ?? lastSyncBegan(db);
  const since = sinceIso === null ? 'sync' : 'look';
  if (from === null) return { since_iso: null, since, new_rows: [], amended: 0, removed: 0, settled: 0 };
  return {
    since_iso: from,
    since,
    new_rows: newRows(db, firstRefAfter(db, from)),
    ...changesOf(db, from),
  };
}

const lastSyncBegan = (db: ReadingDatabase): string | null =>
  db
    .prepare<[], string>(
      'SELECT started_at FROM jobs WHERE finished_at IS NOT NULL ORDER BY ref DESC LIMIT 1',
    )
    .pluck()
    .get() ?? null;

function newRows(db: ReadingDatabase, ref: number): readonly NewRows[] {
  const rows = 'FROM transactions_v1 WHERE id >= ?';
  const biggest = db.prepare<[number, string, number], NotableRow>(
    `SELECT id, account_id, date, coalesce(merchant, description) AS name, amount_minor
     ${rows} AND currency = ? AND amount_minor * ? > 0 ORDER BY abs(amount_minor) DESC, id LIMIT 1`,
  );
  return db
    .prepare<[number], Omit<NewRows, 'biggest_in' | 'biggest_out'>>(
      `SELECT currency, count(*) AS count, sum(max(amount_minor, 0)) AS in_minor,
              sum(min(amount_minor, 0)) AS out_minor
       ${rows} GROUP BY currency ORDER BY count DESC`,
    )
    .all(ref)
    .map((sums) => ({
      ...sums,
      biggest_in: biggest.get(ref, sums.currency, 1) ?? null,
      biggest_out: biggest.get(ref, sums.currency, -1) ?? null,
    }));
}

/** Changes are numbered in order too; a look back over the newest is enough. */
function changesOf(
  db: ReadingDatabase,
  sinceIso: string,
): { readonly amended: number; readonly removed: number; readonly settled: number } {
  const counts = new Map(
    db
      .prepare<[{ readonly since: string }], [string, number]>(
        `SELECT h.kind, count(*) FROM transaction_changes h
         WHERE h.job_ref IN (SELECT ref FROM jobs WHERE coalesce(finished_at, started_at) >= @since) AND h.at > @since
         GROUP BY h.kind`,
      )
      .raw()
      .all({ since: sinceIso }),
  );
  return {
    amended: counts.get('amended') ?? 0,
    removed: counts.get('removed') ?? 0,
    settled: counts.get('settled') ?? 0,
  };
}
