import * as z from 'zod';

/** A ledger of an older Passbook is being brought up to date: where that stands. Told by the thread before each step. */
export const ledgerUpdateSchema = z
  .object({
    ledgerPath: z.string(),
    /** Where the ledger is kept as it was. */
    copyPath: z.string(),
    /** The step under way, from 1; `steps + 1`: all are done. */
    step: z.number(),
    steps: z.number(),
    /** The first step: making that copy. */
    isCopying: z.boolean(),
  })
  .readonly();
/** @see ledgerUpdateSchema */
export type LedgerUpdate = z.infer<typeof ledgerUpdateSchema>;

/** What a ledger thread says unasked. `null`: it is over, or has failed, which the answer says. */
export const ledgerThreadMessageSchema = z.object({ ledgerUpdate: ledgerUpdateSchema.nullable() }).readonly();

/** Told before each step, and with `null` at the end. */
export type TellUpdate = (update: LedgerUpdate | null) => void;

/** How much is done, 0 to 1. */
export const updateFraction = ({ step, steps }: LedgerUpdate): number => (step - 1) / steps;
