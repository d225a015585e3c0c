import assert from 'node:assert/strict';
import { toIso } from '#shared/clock.ts';
import { markInterruptedJobs } from '../../../src-worker/ledger/jobs/mark-interrupted-jobs.ts';
import type { Ledger } from '../../../src-worker/ledger/open-ledger.ts';
import { undoJob } from '../../../src-worker/ledger/undo/undo-job.ts';
import { decodePage } from '../../../src-worker/source/decode-rows.ts';
import { assertReplayFindsNothing } from './check-replay.ts';
import type { UndoStep } from './life-step.ts';

/** Takes back one of the syncs so far; does nothing when there is none left. What is shown before is what is done. */
export function undoSync(ledger: Ledger, { pick }: UndoStep, nowMs: number): void {
  const nowIso = toIso(nowMs);
  markInterruptedJobs(ledger.db, nowIso, { host: 'here', isAlive: () => false, startOf: () => null });
  const jobs = ledger.db
    .prepare<[], string>('SELECT id FROM jobs WHERE undone_at IS NULL ORDER BY ref DESC')
    .pluck()
    .all();
  const jobId = jobs[pick % Math.max(1, jobs.length)];
  if (jobId === undefined) return;
  const shown = undoJob(ledger, { jobId, apply: false, nowIso }, decodePage);
  const done = undoJob(ledger, { jobId, apply: true, nowIso }, decodePage);
  assert.ok(shown.ok && done.ok);
  assert.deepEqual(done.value, { ...shown.value, isApplied: true });
  assertReplayFindsNothing(ledger);
  const again = undoJob(ledger, { jobId, apply: true, nowIso }, decodePage);
  assert.equal(again.ok ? 'done twice' : again.failure.kind, 'job-undone');
}
