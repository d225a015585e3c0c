import * as z from 'zod';

/** What `grow-ledger.ts` is told: make a copy of `from` at `to` that holds `rows` rows. */
export const growLedgerTaskSchema = z
  .object({
    from: z.string(),
    to: z.string(),
    rows: z.number(),
    /** Rows on later days are not multiplied: the bank must find there what it sends. */
    lastDay: z.string(),
    /** Copies differ in day, amount and description, as a real ledger's rows do; else they are the same but for the key. */
    varied: z.boolean().optional(),
  })
  .readonly();

/** How many rows the copy has. */
export const growLedgerAnswerSchema = z.object({ rows: z.number() }).readonly();
