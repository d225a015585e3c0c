import * as z from 'zod';
import { ledgerTask } from './ledger-task.ts';

/**
 * Days of an account in a row that had the same fate, both ends included. `answered` once is answered for good; a
 * refusal counts where no answer ever came. Spans of an account touch each other and end today.
 */
export const coverageSpanSchema = z
  .object({
    from: z.string(),
    to: z.string(),
    outcome: z.enum(['answered', 'refused', 'never-asked']),
    /** A failure kind, for refusals. */
    reason: z.string().nullable(),
    /** When a bank was last asked about any of these days; `null`: never. */
    lastAskedIso: z.string().nullable(),
    /** Live booked rows of these days. */
    rows: z.number(),
  })
  .readonly();
/** @see coverageSpanSchema */
export type CoverageSpan = z.infer<typeof coverageSpanSchema>;

/** Which of the bank's figures a judgement rests on: balances over time, or the balance it states beside each row. */
const judgedBySchema = z.enum(['balances', 'running-balances']);

/** Money that moved at the bank between two days and that no row of the ledger explains; money out is negative. */
export const unexplainedSchema = z
  .object({ amountMinor: z.number(), from: z.string(), to: z.string(), by: judgedBySchema })
  .readonly();
/** @see unexplainedSchema */
export type Unexplained = z.infer<typeof unexplainedSchema>;

/** Why nobody can say whether an account is complete. */
export const undecidedSchema = z.discriminatedUnion('kind', [
  /** Nothing was ever asked of it. */
  z.object({ kind: z.literal('never-synced') }).readonly(),
  /** The bank states no balance, or did not grant access to it. */
  z.object({ kind: z.literal('no-balance') }).readonly(),
  /** One balance, and nothing beside the rows to hold it against. */
  z.object({ kind: z.literal('one-balance'), atIso: z.string() }).readonly(),
  /** Money is missing, and so are the answers of some days in between. */
  z.object({ kind: z.literal('gap'), from: z.string(), to: z.string(), amountMinor: z.number() }).readonly(),
]);
/** @see undecidedSchema */
export type Undecided = z.infer<typeof undecidedSchema>;

/** Whether the rows of an account add up to what the bank says it holds. Days both included. */
export const verdictSchema = z.discriminatedUnion('kind', [
  z
    .object({
      kind: z.literal('complete'),
      /** The days it is proven for. */
      from: z.string(),
      to: z.string(),
      by: z.array(judgedBySchema).readonly(),
    })
    .readonly(),
  z.object({ kind: z.literal('unexplained'), gaps: z.array(unexplainedSchema).readonly() }).readonly(),
  z.object({ kind: z.literal('cannot-judge'), because: undecidedSchema }).readonly(),
]);
/** @see verdictSchema */
export type Verdict = z.infer<typeof verdictSchema>;

/** Why an account has no rows at all. */
export const emptyBecauseSchema = z.enum([
  'never-asked',
  'all-refused',
  'consent-ended',
  'never-used',
  'all-removed',
  'no-longer-listed',
]);
/** @see emptyBecauseSchema */
export type EmptyBecause = z.infer<typeof emptyBecauseSchema>;

/** All that can be said about how whole an account's history is. Amounts in the minor unit of `currency`. */
export const accountCompletenessSchema = z
  .object({
    accountId: z.string(),
    connectionId: z.string(),
    providerName: z.string(),
    displayName: z.string(),
    kind: z.enum(['account', 'card']),
    currency: z.string(),
    /** The bank named it when its accounts were last asked for; `false`: closed, or no longer in the consent. */
    isListed: z.boolean(),
    /** Live rows, hidden ones too: the bank counts them. */
    booked: z.number(),
    pending: z.number(),
    /** Oldest first; none when nothing was ever asked. */
    spans: z.array(coverageSpanSchema).readonly(),
    verdict: verdictSchema,
    /** `null`: it has rows. */
    emptyBecause: emptyBecauseSchema.nullable(),
  })
  .readonly();
/** @see accountCompletenessSchema */
export type AccountCompleteness = z.infer<typeof accountCompletenessSchema>;

/** How whole the ledger is: one account, or all. */
export const completenessTasks = [
  ledgerTask('judge-completeness', { accountId: z.string().optional(), nowIso: z.string() }),
] as const;

/** What those tasks answer; by connection and name. An account id that nobody has: an empty list. */
export interface CompletenessAnswers {
  readonly 'judge-completeness': readonly AccountCompleteness[];
}
