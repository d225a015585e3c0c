import type { JobRecord } from '#shared/ledger-views.ts';
import type { ReadingLedger } from '../open-ledger-read-only.ts';
import { type StoredJob, toJobRecord } from './job-record.ts';

const columns = `id, requested_by, status, started_at, finished_at, transactions_synced, duplicates, updated, removed,
  errors, rate_limited, pages_done, progress_json, accounts_json, performance_json, undone_at`;

/** `undefined`: no such job. */
export function getJob({ db }: ReadingLedger, jobId: string): JobRecord | undefined {
  const row = db.prepare<[string], StoredJob>(`SELECT ${columns} FROM jobs WHERE id = ?`).get(jobId);
  return row === undefined ? undefined : toJobRecord(row);
}

/** Newest first. */
export const listJobs = ({ db }: ReadingLedger, limit: number): readonly JobRecord[] =>
  db
    .prepare<[number], StoredJob>(`SELECT ${columns} FROM jobs ORDER BY ref DESC LIMIT ?`)
    .all(limit)
    .map(toJobRecord);
