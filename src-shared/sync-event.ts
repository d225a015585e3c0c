import * as z from 'zod';
import { accountOutcomeSchema } from './job.ts';
import { waitCauseSchema, waitingSchema } from './progress.ts';

const kind = <K extends string, S extends z.ZodRawShape>(name: K, shape: S) =>
  z.object({ kind: z.literal(name), ...shape }).readonly();

/**
 * What a worker thread tells while it works. One way: nobody answers (design, section 2).
 * `ms` are durations; `pagesAhead` is what this account still plans to ask, this page not counted.
 */
export const syncEventSchema = z.discriminatedUnion('kind', [
  kind('account-started', {
    accountId: z.string(),
    displayName: z.string(),
    pagesAhead: z.number(),
    planningMs: z.number(),
  }),
  kind('page-stored', {
    accountId: z.string(),
    displayName: z.string(),
    page: z.number(),
    from: z.string(),
    to: z.string(),
    fetched: z.number(),
    inserted: z.number(),
    duplicates: z.number(),
    updated: z.number(),
    removed: z.number(),
    pagesAhead: z.number(),
    pageMs: z.number(),
  }),
  /** The plan changed without a page: a range was refused and is asked again in smaller parts, or given up. */
  kind('plan-changed', {
    accountId: z.string(),
    pagesAhead: z.number(),
    why: z.discriminatedUnion('kind', [
      /** Fewer days at once, because the bank would or could not serve so many. */
      z
        .object({
          kind: z.literal('fewer-days'),
          cause: z.enum(['range-refused', 'answer-too-large', 'bank-timeout']),
        })
        .readonly(),
      /** Days that the bank does not serve are passed over. */
      z
        .object({
          kind: z.literal('passed-over'),
          from: z.string(),
          to: z.string(),
          reason: z.enum(['old-history-refused', 'range-refused']),
        })
        .readonly(),
    ]),
  }),
  /** Rows that came or went outside a page: the pending set. */
  kind('rows-stored', {
    accountId: z.string(),
    what: z.enum(['pending']),
    inserted: z.number(),
    duplicates: z.number(),
    updated: z.number(),
    removed: z.number(),
  }),
  /** One HTTP exchange. `status` 0: no answer. `accountId` here and below: whose task it was; `null`: discovery. */
  kind('api-call', {
    endpoint: z.string(),
    status: z.number(),
    ms: z.number(),
    bytes: z.number(),
    accountId: z.string().nullable().optional(),
  }),
  kind('database-write', {
    ms: z.number(),
    rows: z.number(),
    accountId: z.string().nullable().optional(),
  }),
  /**
   * `attempt` 1 of `attempts` retries is about to be slept for; `waitMs` from now. `attempt` 0: nothing was tried,
   * another thread was told to wait by the same bank.
   */
  kind('waiting', {
    accountId: z.string().nullable(),
    waiting: waitingSchema,
    waitMs: z.number(),
    attempt: z.number(),
    attempts: z.number(),
    status: z.number(),
  }),
  kind('wait-over', { accountId: z.string().nullable(), cause: waitCauseSchema, waitedMs: z.number() }),
  /** A row the ledger could not take. `detail` names fields, never their values. */
  kind('row-rejected', { accountId: z.string(), detail: z.string() }),
  /** All old history of an account is asked for, so long before the bank closes it; negative: after it began to. */
  kind('history-asked', { accountId: z.string(), displayName: z.string(), leftMs: z.number() }),
  /** Standing orders or direct debits that the bank did not give this time: nice to have, so no failure. */
  kind('recurring-left-out', {
    accountId: z.string(),
    what: z.enum(['standing-order', 'direct-debit']),
    failureKind: z.string(),
  }),
  kind('account-ended', { outcome: accountOutcomeSchema }),
]);
export type SyncEvent = z.infer<typeof syncEventSchema>;
