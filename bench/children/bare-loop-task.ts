import * as z from 'zod';
import { bankAddressSchema } from '../stage/bank-address.ts';

/** One question the measured sync asked, to be asked again. Days are `YYYY-MM-DD`, both included. */
export const askedPageSchema = z
  .object({ accountId: z.string(), from: z.string(), to: z.string() })
  .readonly();
export type AskedPage = z.infer<typeof askedPageSchema>;

/** What `bare-loop.ts` is told. */
export const bareLoopTaskSchema = z
  .object({
    bank: bankAddressSchema,
    ledgerPath: z.string(),
    pages: z.array(askedPageSchema).readonly(),
  })
  .readonly();

/** What `bare-loop.ts` answers: the whole, and where it went. */
export const bareLoopAnswerSchema = z
  .object({
    rows: z.number(),
    elapsedMs: z.number(),
    fetchMs: z.number(),
    parseMs: z.number(),
    insertMs: z.number(),
    peakRssBytes: z.number(),
  })
  .readonly();
export type BareLoopAnswer = z.infer<typeof bareLoopAnswerSchema>;
