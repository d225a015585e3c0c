import * as z from 'zod';
import { failureSchema } from '../failure.ts';
import { accountRowSchema, connectionRowSchema } from '../ledger-views.ts';
import { progressSchema } from '../progress.ts';
import { appSettingsSchema } from './app-settings.ts';
import { connectStateSchema } from './connect-state.ts';

/**
 * How a connection is, as the window and the tray both show it: worst first.
 * `never-synced`: connected, nothing fetched yet.
 */
export const connectionHealthSchema = z.enum([
  'syncing',
  'reconnect-needed',
  'failed',
  'rate-limited',
  'revoked',
  'never-synced',
  'fine',
]);
export type ConnectionHealth = z.infer<typeof connectionHealthSchema>;

/** A connection with its true state and age. Times are UTC ISO 8601. */
export const connectionStatusSchema = connectionRowSchema.extend({
  health: connectionHealthSchema,
  /** The last sync of it that completed; `null`: none yet. */
  lastSyncedAt: z.string().nullable(),
  /** The account that is worst off, where one is not well; an empty id: the bank as a whole. */
  trouble: z
    .object({
      accountId: z.string(),
      displayName: z.string(),
      /** `null`: from a job of a Passbook that kept a sentence only. */
      failure: failureSchema.nullable(),
      /** When to come back, UTC ISO 8601; `null`: nobody said. */
      untilIso: z.string().nullable(),
    })
    .readonly()
    .nullable(),
});
export type ConnectionStatus = z.infer<typeof connectionStatusSchema>;

/** Everything the window needs to draw its first frame, and after any change. */
export const appStateSchema = z
  .object({
    appVersion: z.string(),
    ledgerPath: z.string(),
    /** The clock the app believes in at this moment: `--now` may have moved it. */
    nowIso: z.string(),
    secretsIn: z.enum(['keychain', 'memory', 'nowhere']),
    connections: z.array(connectionStatusSchema).readonly(),
    accounts: z.array(accountRowSchema).readonly(),
    /** The running job. */
    progress: progressSchema.nullable(),
    connect: connectStateSchema,
    settings: appSettingsSchema,
    /** The next unattended sync; `null`: none planned or paused. */
    nextSyncIso: z.string().nullable(),
  })
  .readonly();
export type AppState = z.infer<typeof appStateSchema>;

/** A place in the window that a notification or the tray can open. */
export const placeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('overview') }).readonly(),
  z.object({ kind: z.literal('connect') }).readonly(),
  z.object({ kind: z.literal('settings') }).readonly(),
  z.object({ kind: z.literal('account'), accountId: z.string() }).readonly(),
  z.object({ kind: z.literal('job'), jobId: z.string() }).readonly(),
]);
export type Place = z.infer<typeof placeSchema>;
