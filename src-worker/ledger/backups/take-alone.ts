import Database from 'better-sqlite3';
import { failed, type Result, succeeded } from '#shared/result.ts';
import { ledgerFailure } from '../ledger-failure.ts';

/** Long enough for somebody's page to be written; whoever holds the file open for longer is at work. */
const patienceMs = 1000;

/**
 * Makes sure that nobody else has the ledger open, and writes what is in the WAL into the file itself, so that it can
 * be moved as one file. SQLite's exclusive mode is refused while any other connection lives.
 *
 * @returns `ledger-busy` when somebody has; `damaged: true` when the file cannot be asked, because it is broken.
 */
export function takeAlone(ledgerPath: string): Result<{ readonly isDamaged: boolean }> {
  let db: Database.Database | null = null;
  try {
    db = new Database(ledgerPath, { timeout: patienceMs, fileMustExist: true });
    db.pragma('locking_mode = EXCLUSIVE');
    db.pragma('journal_mode = DELETE');
    db.transaction(() => undefined).exclusive();
    return succeeded({ isDamaged: false });
  } catch (error) {
    const failure = ledgerFailure(error, ledgerPath);
    if (failure === null) throw error;
    const isDamaged = failure.kind === 'ledger-damaged' || failure.kind === 'ledger-not-sqlite';
    return isDamaged ? succeeded({ isDamaged }) : failed(failure);
  } finally {
    db?.close();
  }
}
