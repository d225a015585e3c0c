import { failureDetail } from '#shared/failure-detail.ts';
import type { LedgerAnswers } from '#shared/ledger-tasks.ts';
import type { ReadingLedger } from './open-ledger-read-only.ts';
import { schemaVersion } from './schema-version.ts';

/** SQLite's own full check, and that every row's references exist. Reads the whole file. */
export function checkLedger({ db }: ReadingLedger): LedgerAnswers['check-ledger'] {
  const problems: string[] = [];
  for (const row of db.prepare<[], { integrity_check: string }>('PRAGMA integrity_check').iterate()) {
    if (row.integrity_check !== 'ok') problems.push(row.integrity_check);
  }
  const orphans = db.prepare<[], { table: string; parent: string }>('PRAGMA foreign_key_check');
  for (const { table, parent } of orphans.iterate()) {
    problems.push(failureDetail('orphan-row', `${table} ${parent}`));
  }
  const transactions = schemaVersion(db) === 0 ? 0 : countTransactions(db);
  return { exists: true, problems, transactions };
}

const countTransactions = (db: ReadingLedger['db']): number =>
  Number(db.prepare('SELECT count(*) FROM transactions WHERE removed_at IS NULL').pluck().get());
