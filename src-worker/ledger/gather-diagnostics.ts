import { statSync } from 'node:fs';
import { type LedgerDiagnostics, ledgerDiagnosticsSchema } from '#shared/diagnostics.ts';
import type { JobRecord } from '#shared/ledger-views.ts';
import { checkLedger } from './check-ledger.ts';
import type { ReadingLedger } from './open-ledger-read-only.ts';
import { loadConnections } from './connections.ts';
import { listJobs } from './jobs/read-jobs.ts';
import { schemaVersion } from './schema-version.ts';

/** Enough to see a pattern. */
const jobsTold = 50;

/**
 * Facts about the ledger for a bug report, with pseudonyms in the order of their first appearance. What does not fit
 * the schema (a bank's name of an unusual form, a currency that is none) is told as unknown, never as it is.
 */
export function gatherDiagnostics(ledger: ReadingLedger): LedgerDiagnostics {
  const { db } = ledger;
  const connections = loadConnections(ledger);
  const names = new Map(connections.map(({ id }, at) => [id, `connection-${String(at + 1)}`]));
  const { problems } = checkLedger(ledger);
  return ledgerDiagnosticsSchema.parse({
    schemaVersion: schemaVersion(db),
    fileBytes: statSync(ledger.path).size,
    isSound: problems.length === 0,
    connections: connections.map(({ id, providerId, environment, state, consentExpiresAt }) => ({
      name: names.get(id),
      provider: knownForm(/^(?=.{1,40}$)[a-z]{1,12}(-[a-z]{1,12}){0,5}$/, providerId) ?? 'unknown',
      environment,
      state,
      consentExpires: dayOf(consentExpiresAt),
    })),
    accounts: accountsOf(ledger, names),
    jobs: listJobs(ledger, jobsTold).map(jobFacts),
    rateLimitedDays: db
      .prepare<[], { day: string; count: number }>(
        'SELECT day, sum(answers) AS count FROM rate_limit_days GROUP BY day ORDER BY day DESC LIMIT 60',
      )
      .all(),
  });
}

interface CountedAccount {
  readonly connectionId: string;
  readonly kind: string;
  readonly currency: string;
  readonly rows: number;
  readonly pending: number;
  readonly removed: number;
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  readonly rangesAnswered: number;
  readonly rangesRefused: number;
  readonly balancesKept: number;
}

const accountsOf = ({ db }: ReadingLedger, names: ReadonlyMap<string, string>) =>
  db
    .prepare<[], CountedAccount>(
      `SELECT c.id AS connectionId, a.kind, a.currency,
              count(t.ref) FILTER (WHERE t.removed_at IS NULL AND t.status = 'booked') AS rows,
              count(t.ref) FILTER (WHERE t.removed_at IS NULL AND t.status = 'pending') AS pending,
              count(t.ref) FILTER (WHERE t.removed_at IS NOT NULL) AS removed,
              min(t.date) AS firstDay, max(t.date) AS lastDay,
              (SELECT count(*) FROM coverage v WHERE v.account_ref = a.ref AND v.outcome = 'answered') AS rangesAnswered,
              (SELECT count(*) FROM coverage v WHERE v.account_ref = a.ref AND v.outcome = 'refused') AS rangesRefused,
              (SELECT count(*) FROM balances b WHERE b.account_ref = a.ref) AS balancesKept
       FROM accounts a JOIN connections c ON c.ref = a.connection_ref LEFT JOIN transactions t ON t.account_ref = a.ref
       GROUP BY a.ref ORDER BY a.ref`,
    )
    .all()
    .map(({ connectionId, currency, firstDay, lastDay, ...account }, at) => ({
      ...account,
      name: `account-${String(at + 1)}`,
      connection: names.get(connectionId),
      currency: knownForm(/^[A-Z]{3}$/, currency),
      firstDay: dayOf(firstDay),
      lastDay: dayOf(lastDay),
    }));

const jobFacts = (job: JobRecord, at: number) => ({
  name: `job-${String(at + 1)}`,
  requestedBy: job.requestedBy,
  status: job.status,
  startedAt: job.startedAt,
  finishedAt: job.finishedAt,
  transactionsSynced: job.transactionsSynced,
  duplicates: job.duplicates,
  updated: job.updated,
  removed: job.removed,
  errors: job.errors,
  rateLimited: job.rateLimited,
  failures: job.accounts.flatMap(({ failure }) => (failure === undefined ? [] : [failure.kind])),
  bottleneck: job.performance?.bottleneck ?? null,
  apiCalls: job.performance?.apiCalls ?? null,
  databaseWrites: job.performance?.databaseWrites ?? null,
  waits: job.performance?.waits ?? [],
});

const knownForm = (form: RegExp, text: string): string | null => (form.test(text) ? text : null);
const dayOf = (iso: string | null): string | null =>
  iso === null ? null : knownForm(/^\d{4}-\d{2}-\d{2}$/, iso.slice(0, 10));
