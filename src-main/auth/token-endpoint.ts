import { failureDetail } from '#shared/failure-detail.ts';
import type { Clock } from '#shared/clock.ts';
import type { Failure } from '#shared/failure.ts';
import { failed, succeeded, type Result } from '#shared/result.ts';
import { askAuthHost, type Fetch } from './auth-exchange.ts';
import { parseJson, tokenRefusal, type Grant } from './token-refusal.ts';
import { decodeTokenSet, type TokenSet } from './token-set.ts';

/** What talking to the token endpoint takes. */
export interface TokenEndpointDeps {
  readonly fetch: Fetch;
  readonly clock: Clock;
}

/** Who asks. TrueLayer wants the secret even with PKCE; it has no public clients. */
export interface TokenClient {
  readonly authUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** Exchanges the code of a consent for tokens. Never repeated: a code is good for one use and five minutes. */
export async function exchangeCode(
  deps: TokenEndpointDeps,
  client: TokenClient,
  consent: { readonly code: string; readonly redirectUri: string; readonly codeVerifier: string },
): Promise<Result<TokenSet>> {
  const { code, redirectUri, codeVerifier } = consent;
  const form = { code, redirect_uri: redirectUri, code_verifier: codeVerifier };
  return (await askForTokens(deps, client, 'authorization_code', form)).result;
}

/**
 * Trades a refresh token for an access token and, as a rule, a new refresh token; the old one is then spent.
 *
 * When the answer is lost on the way, nobody knows whether the old token still counts, so it is tried exactly once
 * more: either the server never saw the first request (or forgives a repetition) and all is well, or it says
 * `invalid_grant` and only the user can mend it. A 5xx is not repeated here: the old token is kept and the next
 * sync tries it (facts, 1.8).
 */
export async function refreshTokens(
  deps: TokenEndpointDeps,
  client: TokenClient,
  refreshToken: string,
): Promise<Result<TokenSet>> {
  const form = { refresh_token: refreshToken };
  const first = await askForTokens(deps, client, 'refresh_token', form);
  if (!first.answerLost) return first.result;
  return (await askForTokens(deps, client, 'refresh_token', form)).result;
}

interface TokenOutcome {
  readonly result: Result<TokenSet>;
  /** The server may have acted on the request although no usable answer came back. */
  readonly answerLost: boolean;
}

async function askForTokens(
  { fetch, clock }: TokenEndpointDeps,
  client: TokenClient,
  grant: Grant,
  fields: Readonly<Record<string, string>>,
): Promise<TokenOutcome> {
  const url = `${client.authUrl}/connect/token`;
  const host = new URL(url).host;
  const answer = await askAuthHost(fetch, {
    method: 'POST',
    url,
    // TrueLayer formally allows no field beside the documented ones, so nothing else is sent.
    form: { grant_type: grant, client_id: client.clientId, client_secret: client.clientSecret, ...fields },
  });
  if (!answer.ok) return { result: answer, answerLost: mayHaveArrived(answer.failure) };
  if (answer.value.status !== 200) {
    const refusal = tokenRefusal(answer.value, grant, host, clock.nowMs());
    return { result: failed(refusal), answerLost: false };
  }
  const tokens = decodeTokenSet(parseJson(answer.value.text), clock.nowMs());
  if (tokens !== null) return { result: succeeded(tokens), answerLost: false };
  const detail = failureDetail('no-tokens');
  return { result: failed({ kind: 'bad-answer', host, detail }), answerLost: true };
}

/** Codes of errors that come before a byte was sent. */
const neverSent = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

const mayHaveArrived = (failure: Failure): boolean =>
  failure.kind === 'bank-timeout' || (failure.kind === 'unreachable' && !neverSent.has(failure.cause));
