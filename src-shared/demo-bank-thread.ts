import * as z from 'zod';

/** What a demo bank that is to run in a thread of its own is started with: its settings, all of them plain values. */
export const demoBankThreadSchema = z
  .object({
    port: z.number().optional(),
    seed: z.number().optional(),
    accounts: z.number().optional(),
    cards: z.number().optional(),
    transactions: z.number().optional(),
    days: z.number().optional(),
    latencyMs: z.number().optional(),
    autoApprove: z.boolean().optional(),
    redirectUris: z.array(z.string()).readonly().optional(),
    /** The content of a fault file, decoded where the bank is. */
    faults: z.unknown().optional(),
    /** Milliseconds since 1970; `passedAtMs` null: to come. Absent: no evening. */
    evening: z.object({ openedAtMs: z.number(), passedAtMs: z.number().nullable() }).readonly().optional(),
    /** The app's clock minus the machine's, milliseconds. */
    clockOffsetMs: z.number(),
  })
  .readonly();
export type DemoBankThread = z.infer<typeof demoBankThreadSchema>;

/** What the app asks of it. `id`: comes back with the answer. */
export const toDemoBankSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('issued-secrets'), id: z.number() }).readonly(),
  z.object({ kind: z.literal('set-faults'), id: z.number(), file: z.unknown() }).readonly(),
  z.object({ kind: z.literal('expire-access-tokens'), id: z.number() }).readonly(),
  z.object({ kind: z.literal('revoke-consent'), id: z.number() }).readonly(),
  z.object({ kind: z.literal('pass-evening'), id: z.number(), atMs: z.number() }).readonly(),
  z.object({ kind: z.literal('close'), id: z.number() }).readonly(),
]);
export type ToDemoBank = z.infer<typeof toDemoBankSchema>;

/** What it says. `up`, or `down` with Node's error code where there is one, comes first and once. */
export const fromDemoBankSchema = z.discriminatedUnion('kind', [
  z
    .object({
      kind: z.literal('up'),
      authUrl: z.string(),
      apiUrl: z.string(),
      clientId: z.string(),
      clientSecret: z.string(),
      redirectUri: z.string(),
    })
    .readonly(),
  z.object({ kind: z.literal('down'), code: z.string().nullable(), message: z.string() }).readonly(),
  z.object({ kind: z.literal('done'), id: z.number(), secrets: z.array(z.string()).readonly() }).readonly(),
  z.object({ kind: z.literal('refused'), id: z.number(), message: z.string() }).readonly(),
]);
export type FromDemoBank = z.infer<typeof fromDemoBankSchema>;
