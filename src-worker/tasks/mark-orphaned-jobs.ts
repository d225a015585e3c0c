import { inspectLedgerFile } from '../ledger/inspect-ledger-file.ts';
import type { ProcessTable } from '../ledger/jobs/job-owner-liveness.ts';
import { findOrphanedJobs, markInterruptedJobs } from '../ledger/jobs/mark-interrupted-jobs.ts';
import { ledgerOfThread } from './thread-ledger.ts';

/**
 * Whoever looks at jobs marks those whose owner is gone, where the ledger is there and may be written. Looks first:
 * a question should not wait for a writer's lock without need.
 */
export function markOrphanedJobs(ledgerPath: string, nowIso: string, processes: ProcessTable): void {
  if (inspectLedgerFile(ledgerPath).kind !== 'ledger') return;
  const opened = ledgerOfThread(ledgerPath, nowIso);
  if (!opened.ok) return;
  const { db } = opened.value;
  if (findOrphanedJobs(db, nowIso, processes).length === 0) return;
  db.transaction(() => markInterruptedJobs(db, nowIso, processes)).immediate();
}
