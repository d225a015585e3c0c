import { type Result } from '#shared/result.ts';
import { inspectLedgerFile } from '../ledger/inspect-ledger-file.ts';
import { openLedgerReadOnly, type ReadingLedger } from '../ledger/open-ledger-read-only.ts';
import { ledgerOfThread } from './thread-ledger.ts';

/**
 * Runs a question on the ledger at `path`. Where there is none, nothing is created and `whenMissing` is the answer.
 * A ledger that may only be read is read.
 */
export function readLedger<T>(
  path: string,
  nowIso: string,
  question: (ledger: ReadingLedger) => Result<T>,
  whenMissing: Result<T>,
): Result<T> {
  if (inspectLedgerFile(path).kind === 'ledger') {
    const opened = ledgerOfThread(path, nowIso);
    if (opened.ok) return question(opened.value);
    if (opened.failure.kind !== 'ledger-not-writable') return opened;
  }
  const reading = openLedgerReadOnly(path);
  if (!reading.ok) return reading;
  if (reading.value === null) return whenMissing;
  try {
    return question(reading.value);
  } finally {
    reading.value.close();
  }
}
