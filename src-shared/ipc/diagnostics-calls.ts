import * as z from 'zod';

/** A bundle for a bug report: what is shown is what is saved. */
export const diagnosticsCalls = {
  'diagnostics.preview': { request: z.null(), answer: z.object({ text: z.string() }).readonly() },
  /** Asks where to; `null`: the user closed the dialog. */
  'diagnostics.save': {
    request: z.null(),
    answer: z.object({ fileName: z.string() }).readonly().nullable(),
  },
} as const;
