import * as z from 'zod';
import { syncRequestSchema } from '#shared/ledger-tasks.ts';

/** What a demo bank that is started again must have again to be the same bank. */
const demoBankMemorySchema = z
  .object({
    /** The API's is the one after it. */
    authPort: z.number(),
    redirectPort: z.number(),
    /** When its books were first opened, and when its evening passed; milliseconds since 1970. */
    evening: z.object({ openedAtMs: z.number(), passedAtMs: z.number().nullable() }).readonly().optional(),
  })
  .readonly();
/** @see demoBankMemorySchema */
export type DemoBankMemory = z.infer<typeof demoBankMemorySchema>;

/**
 * What the desktop app remembers from one start to the next without anybody having set it (`memory.json` in the data
 * folder). No secret in it.
 */
export const appMemorySchema = z.object({
  /** Where the window was, in the screen's coordinates; `null`: never opened. */
  window: z
    .object({
      x: z.number(),
      y: z.number(),
      width: z.number(),
      height: z.number(),
      maximised: z.boolean(),
    })
    .readonly()
    .nullable(),
  /** The ports of the demo bank, so that a connection to it is still one after a restart, and its evening. */
  demoBank: demoBankMemorySchema.nullable(),
  /** Invented rows never get among true ones: the demo bank's have a ledger of their own. */
  openLedger: z.enum(['real', 'demo']),
  /** A sync that had not ended when the app did, by quitting or by a crash: it goes on at the next start. */
  unfinishedSync: syncRequestSchema.nullable(),
  /** When the user was last told that a connection's consent ends soon, UTC ISO 8601, by connection id. */
  consentToldAt: z.record(z.string(), z.string()).readonly(),
  /** When the user looked at a ledger's overview, by the ledger's path. */
  looks: z
    .record(z.string(), z.object({ sinceIso: z.string().nullable(), lastIso: z.string() }).readonly())
    .readonly(),
});
export type AppMemory = z.infer<typeof appMemorySchema>;
export type WindowMemory = NonNullable<AppMemory['window']>;

/** A first start. */
export const emptyMemory: AppMemory = {
  window: null,
  demoBank: null,
  openLedger: 'real',
  unfinishedSync: null,
  consentToldAt: {},
  looks: {},
};
