import * as z from 'zod';
import { failureSchema } from '../failure.ts';

const kind = <K extends string, S extends z.ZodRawShape>(name: K, shape: S) =>
  z.object({ kind: z.literal(name), ...shape }).readonly();

/** What a person fills in to connect through their own TrueLayer credentials. The secret goes one way: into main. */
export const connectWishSchema = z
  .strictObject({
    environment: z.enum(['sandbox', 'live']),
    clientId: z.string().trim().min(1).max(200),
    clientSecret: z.string().trim().min(1).max(500),
    redirectUri: z.url().max(500),
    /** `memory`: the user accepted, knowing that there is no keychain, to keep tokens until the app is closed. */
    keepIn: z.enum(['keychain', 'memory']),
  })
  .readonly();
export type ConnectWish = z.infer<typeof connectWishSchema>;

/**
 * What a second attempt does differently: another redirect URI, such as one with a free port; the client secret, where
 * the keychain lost it or it was wrong; tokens in memory only.
 */
export const connectRetrySchema = z
  .strictObject({
    redirectUri: z.url().max(500).optional(),
    clientSecret: z.string().trim().min(1).max(500).optional(),
    keepIn: z.enum(['keychain', 'memory']).optional(),
  })
  .readonly();
export type ConnectRetry = z.infer<typeof connectRetrySchema>;

/**
 * What was tried, its secret apart: what the window shows, and fills a form in with. `renews`: the connection whose
 * consent is renewed; `null`: a new one.
 */
export const connectTriedSchema = z
  .object({
    clientId: z.string(),
    redirectUri: z.string(),
    renews: z.object({ connectionId: z.string(), name: z.string() }).readonly().nullable(),
  })
  .readonly();
export type ConnectTried = z.infer<typeof connectTriedSchema>;

/** Where a connection being made stands. One at a time. */
export const connectStateSchema = z.discriminatedUnion('kind', [
  kind('idle', {}),
  /** The demo bank is being started, or the browser opened. */
  kind('starting', { door: z.enum(['demo', 'sandbox', 'live']) }),
  /**
   * The user is at the bank. `untilIso`: when Passbook stops waiting. `browserOpened`: whether the system's browser took
   * the bank's page; absent means yes.
   */
  kind('waiting-for-consent', {
    door: z.enum(['demo', 'sandbox', 'live']),
    untilIso: z.string(),
    canPaste: z.boolean(),
    browserOpened: z.boolean().optional(),
  }),
  /** Tokens are kept; the first sync has begun and is `jobId`. */
  kind('connected', { connectionId: z.string(), jobId: z.string() }),
  /**
   * `freePort`: a port that is free, when the wanted one is taken. `canRetry`: main still holds the credentials of this
   * attempt, so `connect.retry` needs no secret; absent means no. `tried`: absent for the demo bank.
   */
  kind('failed', {
    door: z.enum(['demo', 'sandbox', 'live']),
    failure: failureSchema,
    freePort: z.number().nullable(),
    canRetry: z.boolean().optional(),
    tried: connectTriedSchema.optional(),
  }),
]);
export type ConnectState = z.infer<typeof connectStateSchema>;
