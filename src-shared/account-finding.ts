import * as z from 'zod';

const day = z.string();

/**
 * What there is to say about an account that was synced to its end, as kinds and values: the thread that finds it out
 * does not know who will read it. The sentences are in words/finding-words.ts.
 */
export const accountFindingSchema = z.discriminatedUnion('kind', [
  /** Nothing new came, and why: a bare 0 leaves open whether there is nothing, or nothing was given. */
  z
    .object({
      kind: z.literal('nothing-new'),
      /** The first and the last day the bank answered for; `null`: it answered for none. */
      answered: z.object({ from: day, to: day }).readonly().nullable(),
      /** Rows the bank sent that were there already. */
      duplicates: z.number(),
      /** Days of the account had been answered before this sync. */
      isKnown: z.boolean(),
    })
    .readonly(),
  /** Days the bank would not serve: only soon after a consent, or not at all. */
  z
    .object({
      kind: z.literal('history-refused'),
      from: day,
      to: day,
      reason: z.enum(['old-history-refused', 'range-refused']),
    })
    .readonly(),
  /** The bank answers the question for pending transactions with 403. */
  z.object({ kind: z.literal('pending-denied') }).readonly(),
  /** The bank has no transactions for this kind of account. */
  z.object({ kind: z.literal('no-transactions') }).readonly(),
]);
export type AccountFinding = z.infer<typeof accountFindingSchema>;
