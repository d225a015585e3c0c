import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestContext } from 'node:test';
import type { BankTransaction } from '#shared/bank-rows.ts';
import type { DayRange } from '#shared/calendar-day.ts';
import type { Connection } from '#shared/connection.ts';
import type { AccountLedger, AnsweredWindow } from '../../src-worker/engine/account-ledger.ts';
import { openAccountLedger } from '../../src-worker/ledger/account-ledger-on-sqlite.ts';
import { saveConnection } from '../../src-worker/ledger/connections.ts';
import { createJob } from '../../src-worker/ledger/jobs/create-job.ts';
import { type Ledger, openLedger } from '../../src-worker/ledger/open-ledger.ts';
import { saveDiscovery } from '../../src-worker/ledger/save-discovery.ts';

/** When everything in a ledger test happens. */
export const nowIso = '2026-01-20T10:00:00.000Z';
/** The window most tests ask for. */
export const january: DayRange = { from: '2026-01-01', to: '2026-01-31' };

/** A folder of its own, gone after the test. */
export function temporaryFolder(t: TestContext): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'passbook-test-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** An open ledger in a folder of its own; closed after the test. */
export function temporaryLedger(t: TestContext, name = 'passbook.sqlite'): Ledger {
  const opened = openLedger(path.join(temporaryFolder(t), name), nowIso);
  if (!opened.ok) throw new Error(opened.failure.kind);
  t.after(() => opened.value.close());
  return opened.value;
}

/** A saved connection; a test states only what it is about. */
export const connection = (wish: Partial<Connection> = {}): Connection => ({
  id: 'c1',
  environment: 'custom',
  authUrl: 'http://127.0.0.1:1',
  apiUrl: 'http://127.0.0.1:2',
  clientId: 'client',
  redirectUri: 'http://localhost:3000/callback',
  providerId: 'mock',
  providerName: 'MOCK',
  state: 'active',
  consentCreatedAt: null,
  consentExpiresAt: null,
  ...wish,
});

let jobsMade = 0;

/** A job of a process that is always alive. */
export function startJob(ledger: Ledger, connectionId?: string): string {
  const created = createJob(
    ledger,
    { requestedBy: 'user', attended: true, ...(connectionId === undefined ? {} : { connectionId }) },
    {
      owner: { host: 'here', pid: 1 },
      nowIso,
      processes: { host: 'here', isAlive: () => true, startOf: () => null },
      random: () => (jobsMade += 1) / 1000,
    },
  );
  if (!created.ok) throw new Error(created.failure.kind);
  return created.value.jobId;
}

/** Connection `c1` with accounts of these ids, and a job; answers with the first account as the engine sees it. */
export function accountIn(
  ledger: Ledger,
  accountIds: readonly string[] = ['acc'],
): AccountLedger & { jobId: string } {
  saveConnection(ledger, connection(), nowIso);
  const jobId = startJob(ledger);
  const accounts = accountIds.map((accountId) => ({
    accountId,
    kind: 'account' as const,
    displayName: accountId.toUpperCase(),
    currency: 'GBP',
    type: null,
    numbersJson: '{}',
  }));
  saveDiscovery(ledger, { connectionId: 'c1', jobId, consent: null, accounts, nowIso });
  const accountId = accountIds[0] ?? 'acc';
  return {
    ...openAccountLedger(ledger, { connectionId: 'c1', accountId, jobId, nowIso: () => nowIso }),
    jobId,
  };
}

/** A window as the source would hand it over. */
export const answered = (rows: readonly BankTransaction[], range: DayRange = january): AnsweredWindow => ({
  range,
  rows,
  rejectedRows: 0,
  rawBody: Buffer.from(JSON.stringify({ results: rows })),
  httpStatus: 200,
  askedAtIso: nowIso,
});

/** Query results as plain rows. */
export const query = (ledger: Ledger, sql: string): readonly unknown[] => ledger.db.prepare(sql).all();
