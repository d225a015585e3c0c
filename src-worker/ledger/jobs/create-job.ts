import type { JobOwner, LedgerAnswers, SyncRequest } from '#shared/ledger-tasks.ts';
import { failed, type Result, succeeded } from '#shared/result.ts';
import type { WritingDatabase } from '../ledger-database.ts';
import type { Ledger } from '../open-ledger.ts';
import { jobCovers } from './job-covers.ts';
import { jobId } from './job-id.ts';
import type { ProcessTable } from './job-owner-liveness.ts';
import { markInterruptedJobs } from './mark-interrupted-jobs.ts';

/** What a new job is made from besides the request. `random` is in [0, 1). */
export interface JobMaking {
  readonly owner: JobOwner;
  readonly nowIso: string;
  readonly processes: ProcessTable;
  readonly random: () => number;
}

/**
 * One immediate transaction: buries the dead, joins a living job that does all that is asked, else makes a new one.
 * Two clicks, or the app and a cron run, therefore agree on one job. A narrower living job is no obstacle: two may
 * run side by side, rows stay right. The first sync after a consent joins nothing: only its own, new token opens the
 * old history, and only for minutes.
 */
export function createJob(
  { db }: Ledger,
  request: SyncRequest,
  making: JobMaking,
): Result<LedgerAnswers['create-job']> {
  return db
    .transaction((): Result<LedgerAnswers['create-job']> => {
      const interrupted = markInterruptedJobs(db, making.nowIso, making.processes);
      const connectionRef = refOf(db, request.connectionId);
      if (request.connectionId !== undefined && connectionRef === null) {
        return failed({ kind: 'not-found', what: 'connection', id: request.connectionId });
      }
      const living = isFirstSync(request)
        ? undefined
        : livingJobs(db).find((job) => jobCovers(job, request) && !cameTooEarly(db, job, request));
      if (living !== undefined) return succeeded({ jobId: living.id, joined: true, interrupted });
      const id = jobId(making.nowIso, making.random());
      db.prepare(
        `INSERT INTO jobs (id, requested_by, attended, connection_ref, account_id, from_day, to_day, status,
           owner_host, owner_pid, owner_start, heartbeat_at, started_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, 'queued', ?, ?, ?, ?, ?)`,
      ).run(
        id,
        request.requestedBy,
        request.attended ? 1 : 0,
        connectionRef,
        request.accountId ?? null,
        request.from ?? null,
        request.to ?? null,
        making.owner.host,
        making.owner.pid,
        making.processes.startOf(making.owner.pid),
        making.nowIso,
        making.nowIso,
      );
      return succeeded({ jobId: id, joined: false, interrupted });
    })
    .immediate();
}

const isFirstSync = ({ requestedBy }: SyncRequest): boolean =>
  requestedBy === 'connect' || requestedBy === 'demo';

/** It began before a bank that is asked for was connected, and so knows nothing of it. */
const cameTooEarly = (db: WritingDatabase, job: LivingJob, request: SyncRequest): boolean =>
  db
    .prepare('SELECT 1 FROM connections WHERE created_at > ? AND id = coalesce(?, id) LIMIT 1')
    .get(job.startedAt, request.connectionId ?? null) !== undefined;

function refOf(db: WritingDatabase, connectionId: string | undefined): number | null {
  if (connectionId === undefined) return null;
  const row = db
    .prepare<[string], { ref: number }>('SELECT ref FROM connections WHERE id = ?')
    .get(connectionId);
  return row?.ref ?? null;
}

interface LivingJob {
  readonly id: string;
  readonly attended: boolean;
  readonly connectionId: string | null;
  readonly accountId: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly startedAt: string;
}

const livingJobs = (db: WritingDatabase): readonly LivingJob[] =>
  db
    .prepare<[], Omit<LivingJob, 'attended'> & { readonly attended: number }>(
      `SELECT j.id, j.attended, c.id AS connectionId, j.account_id AS accountId, j.from_day AS "from",
              j.to_day AS "to", j.started_at AS startedAt
       FROM jobs j LEFT JOIN connections c ON c.ref = j.connection_ref
       WHERE j.finished_at IS NULL ORDER BY j.ref DESC`,
    )
    .all()
    .map((job) => ({ ...job, attended: job.attended === 1 }));
