import type { LedgerAnswers, LedgerTask } from '#shared/ledger-tasks.ts';
import { failed, type Result } from '#shared/result.ts';
import { ledgerFailure } from '../ledger/ledger-failure.ts';
import { ledgerTaskHandlers } from './ledger-task-handlers.ts';
import type { TaskOf } from './task-handler.ts';
import { type LedgerSurroundings, realSurroundings } from './ledger-surroundings.ts';
import { closeLedgerOfThread } from './thread-ledger.ts';

/** Runs one short task of the query thread. What SQLite and the file system refuse comes back as a failure. */
export function runLedgerTask<K extends LedgerTask['kind']>(
  task: TaskOf<K>,
  at: LedgerSurroundings = realSurroundings,
): Result<LedgerAnswers[K]> {
  try {
    return ledgerTaskHandlers[task.kind](task, at);
  } catch (error) {
    const failure = ledgerFailure(error, task.ledgerPath);
    if (failure === null) throw error;
    // A handle that met a fault is not asked again.
    closeLedgerOfThread(task.ledgerPath);
    return failed(failure);
  }
}
