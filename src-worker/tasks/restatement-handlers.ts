import type { Result } from '#shared/result.ts';
import type { RestatementAnswers } from '#shared/restatement.ts';
import type { Ledger } from '../ledger/open-ledger.ts';
import { replayLedger } from '../ledger/replay/replay-ledger.ts';
import { undoJob } from '../ledger/undo/undo-job.ts';
import { decodePage } from '../source/decode-rows.ts';
import { markOrphanedJobs } from './mark-orphaned-jobs.ts';
import type { Handlers } from './task-handler.ts';
import { ledgerOfThread } from './thread-ledger.ts';

/** Taking a job back, and reading the stored pages once more. */
export const restatementHandlers: Handlers<keyof RestatementAnswers> = {
  'undo-job': (task, { processes }) => {
    markOrphanedJobs(task.ledgerPath, task.nowIso, processes);
    return onLedger(task, (ledger) => undoJob(ledger, task, decodePage));
  },
  'replay-pages': (task) => onLedger(task, (ledger) => replayLedger(ledger, task, decodePage)),
};

function onLedger<T>(
  { ledgerPath, nowIso }: { readonly ledgerPath: string; readonly nowIso: string },
  work: (ledger: Ledger) => Result<T>,
): Result<T> {
  const opened = ledgerOfThread(ledgerPath, nowIso);
  return opened.ok ? work(opened.value) : opened;
}
