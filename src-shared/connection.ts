import * as z from 'zod';

/** Where a connection lives. `custom`: any TrueLayer-compatible server, its two URLs given by the user. */
export const environmentSchema = z.enum(['sandbox', 'live', 'custom']);
export type Environment = z.infer<typeof environmentSchema>;

/** The two hosts of an environment, as origins with no trailing slash. */
export interface Hosts {
  readonly authUrl: string;
  readonly apiUrl: string;
}

/** TrueLayer's hosts (documentation, "Data API basics"). */
export const vendorHosts: Readonly<Record<'sandbox' | 'live', Hosts>> = {
  sandbox: { authUrl: 'https://auth.truelayer-sandbox.com', apiUrl: 'https://api.truelayer-sandbox.com' },
  live: { authUrl: 'https://auth.truelayer.com', apiUrl: 'https://api.truelayer.com' },
};

/** A connection as the ledger keeps it: no secret in it. */
export const connectionSchema = z
  .object({
    id: z.string(),
    environment: environmentSchema,
    authUrl: z.string(),
    apiUrl: z.string(),
    clientId: z.string(),
    redirectUri: z.string(),
    providerId: z.string(),
    providerName: z.string(),
    /** `active`; `reconnect-needed` after the bank refused the tokens; `revoked` by the user. */
    state: z.enum(['active', 'reconnect-needed', 'revoked']),
    consentCreatedAt: z.string().nullable(),
    consentExpiresAt: z.string().nullable(),
  })
  .readonly();
export type Connection = z.infer<typeof connectionSchema>;
