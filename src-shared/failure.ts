import * as z from 'zod';

const kind = <K extends string, S extends z.ZodRawShape>(name: K, shape: S) =>
  z.object({ kind: z.literal(name), ...shape }).readonly();

/**
 * Everything that can go wrong in an expected way, as plain data that survives a thread border.
 * One entry per thing a person would do something different about; its sentence is in `words.ts`.
 * `untilIso` is UTC ISO 8601. `status` is the HTTP status, `code` the server's own `error` value.
 */
export const failureSchema = z.discriminatedUnion('kind', [
  // --- the bank, by way of TrueLayer
  /** 429 after all retries, or a Retry-After too long to sleep. `null`: the bank gave no time. */
  kind('rate-limited', { untilIso: z.string().nullable() }),
  /** `provider_request_limit_exceeded`, or our own unattended budget: nothing more today. */
  kind('daily-limit', { untilIso: z.string(), decidedBy: z.enum(['bank', 'passbook']) }),
  /** The access token is no longer valid: a normal end, main refreshes and submits the rest again. */
  kind('token-expired', {}),
  /** The consent is over, revoked, or there is no token: only the user at the bank can mend it. */
  kind('reconnect-needed', {
    cause: z.enum(['consent-ended', 'token-refused', 'no-token', 'credentials-key']),
  }),
  /** 403 on one resource: this account or scope was not granted. */
  kind('access-denied', { code: z.string() }),
  /** 403 `sca_exceeded`: history this old is only served in the first minutes after a consent. */
  kind('old-history-refused', {}),
  /** 400 `invalid_date_range`: too wide, too old or in the future for this bank. */
  kind('range-refused', { from: z.string(), to: z.string() }),
  /** 404 `account_not_found`. */
  kind('account-gone', {}),
  /** 501 `endpoint_not_supported`: this bank does not have the thing asked for. */
  kind('not-supported', {}),
  /** 5xx after all retries. */
  kind('bank-unavailable', { status: z.number(), code: z.string().nullable() }),
  /** No whole answer in time, or 504. */
  kind('bank-timeout', {}),
  /** No connection to the host, or it broke, after all retries. */
  kind('unreachable', { host: z.string(), cause: z.string() }),
  /** An answer that is not what TrueLayer documents (HTML, broken JSON, a missing field). Never holds the body. */
  kind('bad-answer', { host: z.string(), detail: z.string() }),
  /** The answer is larger than Passbook takes in one page. */
  kind('answer-too-large', { bytes: z.number() }),
  /** 400/401 about the client itself: wrong id or secret, a scope not allowed, a retired provider. */
  kind('client-refused', { status: z.number(), code: z.string() }),
  // --- connecting
  kind('consent-denied', {}),
  kind('connect-timed-out', { afterMs: z.number() }),
  kind('redirect-port-taken', { port: z.number() }),
  kind('redirect-uri-unusable', { redirectUri: z.string() }),
  kind('redirect-mismatch', {}),
  kind('wrong-state', {}),
  kind('code-refused', {}),
  kind('wrong-client-secret', {}),
  kind('auth-server-refused', { code: z.string() }),
  // --- the keychain
  kind('keychain-unavailable', { detail: z.string() }),
  // --- the ledger file
  kind('ledger-is-folder', { path: z.string() }),
  kind('ledger-not-writable', { path: z.string() }),
  kind('ledger-not-sqlite', { path: z.string() }),
  kind('ledger-not-passbook', { path: z.string() }),
  kind('ledger-newer', { path: z.string(), found: z.number(), known: z.number() }),
  kind('ledger-damaged', { path: z.string() }),
  kind('ledger-busy', { path: z.string() }),
  kind('disk-full', { path: z.string() }),
  /** A copy that was to take the ledger's place: not there, or not whole. */
  kind('backup-missing', { path: z.string() }),
  /** Something lies where the ledger was to be moved to. */
  kind('file-in-the-way', { path: z.string() }),
  kind('backup-unusable', { path: z.string(), detail: z.string() }),
  // --- what was asked for
  kind('not-found', {
    what: z.enum(['job', 'connection', 'account', 'match', 'transaction']),
    id: z.string(),
  }),
  kind('nothing-connected', {}),
  /** A setting counts, but the file it should outlive the app in cannot be written. */
  kind('setting-not-kept', {}),
  /** The bank has said something of the pair since, so there is no way back to how it was. */
  kind('decision-overtaken', {}),
  kind('output-not-writable', { path: z.string() }),
  /** What is still being written cannot be taken back. */
  kind('job-running', { jobId: z.string() }),
  /** It was taken back before. */
  kind('job-undone', { jobId: z.string(), atIso: z.string() }),
  /** An export format whose program imports into one account at a time. */
  kind('one-account-only', { format: z.string(), accounts: z.number() }),
  // --- the run itself
  kind('cancelled', {}),
  /** The job's soft or hard time limit. */
  kind('timed-out', { afterMs: z.number() }),
  /** A worker thread died: a bug or the machine. What was stored before stays. */
  kind('worker-crashed', { detail: z.string() }),
  /** The demo bank was asked for while a real one is connected: showing the one would hide the other. */
  kind('demo-beside-real', {}),
  // --- between the window and the rest of the app
  /** A call that is not in the contract, or whose request is not what the contract says. Never holds what was sent. */
  kind('bad-request', {}),
  /** Something threw: a bug. The details are in the log and nowhere else. */
  kind('bug', {}),
]);

/** An expected failure. @see failureSchema */
export type Failure = z.infer<typeof failureSchema>;
export type FailureKind = Failure['kind'];
