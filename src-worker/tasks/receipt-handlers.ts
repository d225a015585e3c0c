import type { ReceiptAnswers } from '#shared/job-receipt.ts';
import { failed, type Result, succeeded } from '#shared/result.ts';
import { writeWholeFile } from '../export/whole-file.ts';
import type { ReadingLedger } from '../ledger/open-ledger-read-only.ts';
import { readReceipt } from '../ledger/receipts/read-receipt.ts';
import { readTimeline } from '../ledger/receipts/read-timeline.ts';
import { readLedger } from './reading-ledger.ts';
import type { Handlers } from './task-handler.ts';

/** What a job did, and where its time went. */
export const receiptHandlers: Handlers<keyof ReceiptAnswers> = {
  'get-receipt': (task) => ofJob(task, (ledger) => readReceipt(ledger, task.jobId)),
  'export-receipt': (task) => {
    const receipt = ofJob(task, (ledger) => readReceipt(ledger, task.jobId));
    if (!receipt.ok) return receipt;
    const written = writeWholeFile(task.out, [`${JSON.stringify(receipt.value, null, 2)}\n`]);
    return written.ok ? succeeded({ entries: receipt.value.entries.length }) : written;
  },
  'get-job-timeline': (task) => ofJob(task, (ledger) => readTimeline(ledger, task.jobId)),
};

function ofJob<T>(
  { ledgerPath, jobId, nowIso }: { ledgerPath: string; jobId: string; nowIso: string },
  read: (ledger: ReadingLedger) => T | undefined,
): Result<T> {
  const missing = failed({ kind: 'not-found', what: 'job', id: jobId });
  return readLedger(
    ledgerPath,
    nowIso,
    (ledger) => {
      const found = read(ledger);
      return found === undefined ? missing : succeeded(found);
    },
    missing,
  );
}
