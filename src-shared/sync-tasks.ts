import * as z from 'zod';
import { connectionSchema } from './connection.ts';
import type { AccountOutcome } from './job.ts';
import type { Failure } from './failure.ts';
import { syncHabitsSchema } from './sync-habits.ts';

/** Common to both sync tasks. The access token lives in this message and the thread's memory only. */
const common = {
  ledgerPath: z.string(),
  jobId: z.string(),
  connection: connectionSchema,
  accessToken: z.string(),
  /** Sent as `X-PSU-IP` when the user is present; absent means unattended. */
  psuIp: z.string().optional(),
  /** Which slot of the shared rate gate belongs to this provider. */
  gateSlot: z.number(),
  /** Added to the machine's clock: `--now`. */
  clockOffsetMs: z.number(),
  /** Instant (of the moved clock) after which no new window is begun. */
  softDeadlineMs: z.number(),
};

/** Asks who and what: `/me`, `/info`, `/accounts`, `/cards`. */
export const discoverTaskSchema = z.object({ kind: z.literal('discover'), ...common }).readonly();
/** One account, window after window. */
export const syncAccountTaskSchema = z
  .object({
    kind: z.literal('sync-account'),
    ...common,
    accountId: z.string(),
    /** Pages this job has already stored of this account, before a token expired: the numbering goes on. */
    pagesBefore: z.number(),
    from: z.string().optional(),
    to: z.string().optional(),
    /** One whole transactions call and no more (the unattended budget). */
    singleWindow: z.boolean(),
    ...syncHabitsSchema.shape,
  })
  .readonly();
export const syncTaskSchema = z.discriminatedUnion('kind', [discoverTaskSchema, syncAccountTaskSchema]);
export type DiscoverTask = z.infer<typeof discoverTaskSchema>;
export type SyncAccountTask = z.infer<typeof syncAccountTaskSchema>;
export type SyncTask = z.infer<typeof syncTaskSchema>;

/** An account the connection has, as far as main needs to know it. */
export interface DiscoveredAccount {
  readonly accountId: string;
  readonly displayName: string;
  readonly kind: 'account' | 'card';
  /** What was stored of it on the way: a new consent has to fetch something before it takes the place of another. */
  readonly alreadyDone?: AccountTally;
}

/** `connectionId`: as stored; another than asked when the accounts were known from an earlier consent. */
export type DiscoverAnswer =
  | {
      readonly kind: 'discovered';
      readonly connectionId: string;
      /** As the bank says, where it does: its old history closes five minutes later. */
      readonly consentCreatedAt: string | null;
      readonly accounts: readonly DiscoveredAccount[];
      /** Names of accounts that the bank lists without an id one can read. */
      readonly withoutId: readonly string[];
    }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** What one task did for its account; parts of one account add up. */
export interface AccountTally {
  readonly pages: number;
  readonly transactionsSynced: number;
  readonly duplicates: number;
  readonly elapsedMs: number;
}

/** `token-expired` is a normal end: main refreshes and submits the account again; coverage knows where to go on. */
export type SyncAccountAnswer =
  | { readonly kind: 'ended'; readonly outcome: AccountOutcome }
  | { readonly kind: 'token-expired'; readonly tally: AccountTally };
