import * as z from 'zod';
import { backupFileSchema } from '../backups.ts';
import { connectionDataSchema } from '../connection-data.ts';

const connectionId = z.string().min(1).max(200);

/** How far forgetting is. The steps come in this order. */
export const forgetStepSchema = z.enum(['copying', 'ending', 'deleting']);
/** @see forgetStepSchema */
export type ForgetStep = z.infer<typeof forgetStepSchema>;

/** What forgetting a connection came to. */
export const forgottenSchema = z
  .object({
    transactions: z.number(),
    /** The ledger as it was, made first. */
    backup: backupFileSchema,
    /** `false`: the bank could not be told, so that its consent runs on; nothing here can use it any more. */
    consentEnded: z.boolean(),
  })
  .readonly();
/** @see forgottenSchema */
export type Forgotten = z.infer<typeof forgottenSchema>;

/** What a connection has in the ledger, and deleting it. */
export const connectionDataCalls = {
  'connection.data': { request: z.strictObject({ connectionId }), answer: connectionDataSchema },
  /**
   * Keeps a copy of the ledger, ends the consent, erases the tokens and deletes everything of the connection.
   * `typedName`: the bank's name as the user typed it, which has to be right.
   */
  'connection.forget': {
    request: z.strictObject({ connectionId, typedName: z.string().max(200) }),
    answer: forgottenSchema,
  },
} as const;
