import * as z from 'zod';
import { ledgerUpdateSchema } from '../ledger-update.ts';

/** How far the update of an older ledger is, while everything else waits for it. */
export const ledgerUpdateCalls = {
  /** For a window that opens meanwhile; `null`: nothing is being updated. Answered at once, unlike all else. */
  'ledger.update': { request: z.null(), answer: ledgerUpdateSchema.nullable() },
} as const;
