import type { Result } from '#shared/result.ts';
import { inspectLedgerFile } from '../ledger/inspect-ledger-file.ts';
import type { WritingDatabase } from '../ledger/ledger-database.ts';
import { ledgerFailure } from '../ledger/ledger-failure.ts';
import type { ReadingLedger } from '../ledger/open-ledger-read-only.ts';
import { createKeptAnswers, keepAnswers, type KeptAnswers } from '../ledger/sums/kept-answers.ts';
import { refreshSums } from '../ledger/sums/refresh-sums.ts';
import { readLedger } from './reading-ledger.ts';
import { ledgerOfThread } from './thread-ledger.ts';

/**
 * As `readLedger`, for a question that sums rows up: the kept sums (migration 21) are brought up to date first, and the
 * question sees one state of the ledger, whatever a sync stores meanwhile. For the thread that may take its time.
 */
export function readSums<T>(
  path: string,
  nowIso: string,
  question: (ledger: ReadingLedger, kept: KeptAnswers) => Result<T>,
  whenMissing: Result<T>,
): Result<T> {
  const onFile = (write: (db: WritingDatabase) => void): void => {
    if (inspectLedgerFile(path).kind !== 'ledger') return;
    const opened = ledgerOfThread(path, nowIso);
    if (opened.ok) ifPossible(path, () => write(opened.value.db));
  };
  onFile(refreshSums);
  return readLedger(
    path,
    nowIso,
    (ledger) => {
      const { answer, workedOut } = inOneState(() => {
        const kept = createKeptAnswers(ledger.db);
        return { answer: question(ledger, kept), workedOut: kept.workedOut };
      })(ledger);
      if (workedOut.length > 0) onFile((db) => keepAnswers(db, workedOut));
      return answer;
    },
    whenMissing,
  );
}

/** Everything the question reads is of one moment. */
export const inOneState =
  <T>(question: (ledger: ReadingLedger) => T) =>
  (ledger: ReadingLedger): T =>
    ledger.db.transaction(() => question(ledger))();

/** A full disk, or another process that holds on to the file, is no reason to leave the question unanswered: rows are read. */
function ifPossible(path: string, write: () => void): void {
  try {
    write();
  } catch (error) {
    if (ledgerFailure(error, path) === null) throw error;
  }
}
