import assert from 'node:assert/strict';
import * as z from 'zod';
import type { DemoBank } from '../../../src-demo-bank/start-demo-bank.ts';

/** All that can be asked for. */
const allScopes = 'info accounts balance cards transactions direct_debits standing_orders offline_access';

const tokenSchema = z.object({
  access_token: z.string(),
  expires_in: z.number(),
  token_type: z.string(),
  refresh_token: z.string().optional(),
  scope: z.string(),
});
/** What the token endpoint answers. */
export type Tokens = z.infer<typeof tokenSchema>;

/** An answer read whole: `json` is null when the body is none. */
export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly json: unknown;
}

/** Reads an answer whole. */
export async function reply(response: Response): Promise<Reply> {
  const text = await response.text();
  let json: unknown = null;
  try {
    json = JSON.parse(text);
  } catch {
    // Not JSON: some tests ask for exactly that.
  }
  return { status: response.status, headers: response.headers, text, json };
}

/** The authorisation link for a bank; `changes` replace parameters, `null` leaves one out. */
export function authLink(bank: DemoBank, changes: Readonly<Record<string, string | null>> = {}): string {
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: bank.clientId,
    redirect_uri: bank.redirectUri,
    scope: allScopes,
    state: 'state-1',
  });
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) query.delete(name);
    else query.set(name, value);
  }
  return `${bank.authUrl}/?${query.toString()}`;
}

/** Follows an auto-approving dialog to its code. */
export async function getCode(
  bank: DemoBank,
  changes: Readonly<Record<string, string>> = {},
): Promise<string> {
  const response = await fetch(authLink(bank, changes), { redirect: 'manual' });
  const code = new URL(response.headers.get('location') ?? 'x:').searchParams.get('code');
  assert.ok(code !== null, 'the dialog gave no code');
  return code;
}

/** `POST /connect/token` with the client's own credentials, as a form. */
export const askToken = async (bank: DemoBank, fields: Readonly<Record<string, string>>): Promise<Reply> =>
  reply(
    await fetch(`${bank.authUrl}/connect/token`, {
      method: 'POST',
      body: new URLSearchParams({
        client_id: bank.clientId,
        client_secret: bank.clientSecret,
        redirect_uri: bank.redirectUri,
        ...fields,
      }),
    }),
  );

/** Spends a code, or a refresh token, on tokens. */
export const tokensFrom = async (bank: DemoBank, fields: Readonly<Record<string, string>>): Promise<Tokens> =>
  tokenSchema.parse((await askToken(bank, fields)).json);

/** The whole way in, to an access token. The bank must approve by itself. */
export async function connectTo(bank: DemoBank, scope = allScopes): Promise<Tokens> {
  const code = await getCode(bank, { scope });
  return tokensFrom(bank, { grant_type: 'authorization_code', code });
}

/** Asks the Data API as a user who is present; `headers` are added, and may be replaced. */
export const ask = async (
  bank: DemoBank,
  accessToken: string,
  path: string,
  headers: Readonly<Record<string, string>> = { 'x-psu-ip': '192.0.2.7' },
): Promise<Reply> =>
  reply(
    await fetch(`${bank.apiUrl}/data/v1${path}`, {
      headers: { authorization: `Bearer ${accessToken}`, ...headers },
    }),
  );

const errorSchema = z.object({ error: z.string() });
/** `403 sca_exceeded`, or `200`: what a table of rules says. */
export const verdict = ({ status, json }: Reply): string => {
  const error = errorSchema.safeParse(json);
  return error.success ? `${String(status)} ${error.data.error}` : String(status);
};

const resultsSchema = z.object({ results: z.array(z.record(z.string(), z.unknown())) });
/** The envelope's content; fails when there is none. */
export const results = ({ json }: Reply): readonly Readonly<Record<string, unknown>>[] =>
  resultsSchema.parse(json).results;
