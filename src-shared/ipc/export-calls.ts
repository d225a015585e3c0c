import * as z from 'zod';
import { exportPreviewSchema, exportWishSchema } from '../export.ts';

/** Transactions as a file for another program. Where to is asked by the system's own dialog: the window names no path. */
export const exportCalls = {
  'export.preview': { request: exportWishSchema, answer: exportPreviewSchema },
  /** Answers when the file is written; `null`: the user closed the dialog. `export.progress` tells how far it is. */
  'export.save': {
    request: exportWishSchema,
    answer: z
      .object({ fileName: z.string(), rows: z.number(), pendingLeftOut: z.number() })
      .readonly()
      .nullable(),
  },
  /** Shows the file written last in the system's file manager. */
  'export.reveal': { request: z.null(), answer: z.null() },
} as const;

/** How many rows are written; formats with a part for each account read some rows twice, and `rows` counts both. */
export const exportProgressSchema = z.object({ rows: z.number() }).readonly();
