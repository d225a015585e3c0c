import * as z from 'zod';
import { connectionSchema } from './connection.ts';
import { failureSchema } from './failure.ts';
import { jobStatusSchema, requestedBySchema } from './job.ts';
import { ledgerTask } from './ledger-task.ts';
import { performanceSummarySchema } from './performance-summary.ts';
import { waitCauseSchema } from './progress.ts';

/**
 * What a bundle of diagnostics may hold, and nothing else. There is no free text in it: every string is one of a list, a
 * day or an instant, a pseudonym, or a bank's short public name in letters. A token, an account number, a name or
 * a description has no field it could be in; whatever does not fit the schema is no bundle.
 */
const count = z.int().min(0);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const instant = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{3})?Z$/);
const pseudonym = z.string().regex(/^(connection|account|job)-\d{1,6}$/);
const currency = z.string().regex(/^[A-Z]{3}$/);
/** A few short words of small letters: no room for digits, so none for a number or a token. */
const providerName = z.string().regex(/^(?=.{1,40}$)[a-z]{1,12}(-[a-z]{1,12}){0,5}$/);
const failureKind = z.enum(failureSchema.options.map((option) => option.unwrap().shape.kind.value));
const performance = performanceSummarySchema.unwrap().shape;

const connectionFacts = z.strictObject({
  name: pseudonym,
  provider: providerName,
  environment: connectionSchema.unwrap().shape.environment,
  state: connectionSchema.unwrap().shape.state,
  consentExpires: day.nullable(),
});
const accountFacts = z.strictObject({
  name: pseudonym,
  connection: pseudonym,
  kind: z.enum(['account', 'card']),
  currency: currency.nullable(),
  rows: count,
  pending: count,
  removed: count,
  firstDay: day.nullable(),
  lastDay: day.nullable(),
  rangesAnswered: count,
  rangesRefused: count,
  balancesKept: count,
});
const jobFacts = z.strictObject({
  name: pseudonym,
  requestedBy: requestedBySchema,
  status: jobStatusSchema,
  startedAt: instant,
  finishedAt: instant.nullable(),
  transactionsSynced: count,
  duplicates: count,
  updated: count,
  removed: count,
  errors: count,
  rateLimited: count,
  failures: z.array(failureKind),
  bottleneck: performance.bottleneck.nullable(),
  apiCalls: performance.apiCalls.nullable(),
  databaseWrites: performance.databaseWrites.nullable(),
  waits: z.array(z.strictObject({ cause: waitCauseSchema, count, totalMs: z.number() })),
});

/** What the ledger's thread can tell. */
export const ledgerDiagnosticsSchema = z
  .strictObject({
    schemaVersion: count,
    fileBytes: count,
    isSound: z.boolean(),
    connections: z.array(connectionFacts),
    accounts: z.array(accountFacts),
    /** Newest first. */
    jobs: z.array(jobFacts),
    rateLimitedDays: z.array(z.strictObject({ day, count })),
  })
  .readonly();
/** @see ledgerDiagnosticsSchema */
export type LedgerDiagnostics = z.infer<typeof ledgerDiagnosticsSchema>;

const version = z.string().regex(/^\d{1,4}(\.\d{1,5}){1,3}$/);

/** The whole bundle. */
export const diagnosticsSchema = z
  .strictObject({
    passbook: version,
    node: version,
    electron: version.nullable(),
    platform: z.enum([
      'aix',
      'android',
      'darwin',
      'freebsd',
      'haiku',
      'linux',
      'openbsd',
      'sunos',
      'win32',
      'cygwin',
      'netbsd',
    ]),
    arch: z.enum(['arm', 'arm64', 'ia32', 'loong64', 'mips', 'mipsel', 'ppc64', 'riscv64', 's390x', 'x64']),
    madeAt: instant,
    secretsIn: z.enum(['keychain', 'memory', 'nowhere']),
    settings: z.partialRecord(
      z.enum(['syncWorkers', 'syncEveryHours', 'backUpEveryDays', 'lookBackDays']),
      z.number().nullable(),
    ),
    ledger: ledgerDiagnosticsSchema.nullable(),
  })
  .readonly();
/** @see diagnosticsSchema */
export type Diagnostics = z.infer<typeof diagnosticsSchema>;

/** Facts about the ledger for a bug report. */
export const diagnosticsTasks = [ledgerTask('gather-diagnostics', { nowIso: z.string() })] as const;

/** What that task answers. */
export interface DiagnosticsAnswers {
  readonly 'gather-diagnostics': LedgerDiagnostics | null;
}
