import * as z from 'zod';
import { backupCheckSchema, backupFileSchema, recoveryStepSchema } from '../backups.ts';

/** A name of the list, never a path: what else may be put back is chosen in the system's own dialog. */
const fileName = z.string().regex(/^[\w .-]{1,200}$/);
const steps = z.object({ steps: z.array(recoveryStepSchema).readonly() }).readonly();

/** Copies of the ledger, and what puts one in its place. None of them needs the ledger to be sound. */
export const backupCalls = {
  'backups.list': { request: z.null(), answer: z.array(backupFileSchema).readonly() },
  'backups.make': { request: z.null(), answer: backupFileSchema },
  'backups.check': { request: z.strictObject({ fileName }), answer: backupCheckSchema },
  'backups.restore': { request: z.strictObject({ fileName }), answer: steps },
  /** Asks the user for a file; `null`: they closed the dialog. */
  'backups.restore-other': { request: z.null(), answer: steps.nullable() },
  'backups.reveal': { request: z.strictObject({ fileName }), answer: z.null() },
  /** For a damaged ledger. */
  'ledger.recover': { request: z.null(), answer: steps },
} as const;
