import type { Ledger } from '../../src-worker/ledger/open-ledger.ts';

/** Asks a ledger as if no sums had ever been kept: everything is read off its rows. Leaves it as it was. */
export function withoutSums<T>({ db }: Ledger, ask: () => T): T {
  db.exec('SAVEPOINT without_sums');
  try {
    for (const table of ['months', 'by_day', 'by_category', 'by_name', 'stale', 'editions', 'kept']) {
      db.exec(`DELETE FROM sums_${table}`);
    }
    db.exec('UPDATE sums_until SET ref = 0');
    return ask();
  } finally {
    db.exec('ROLLBACK TO without_sums; RELEASE without_sums');
  }
}
