import * as z from 'zod';
import { askAuthHost, type Fetch } from './auth-exchange.ts';
import { type AuthorisationAttempt, codeChallenge } from './authorisation-link.ts';
import { isLoopbackHost } from './loopback-address.ts';
import { parseJson } from './token-refusal.ts';

/** What is to be renewed. Secret: `refreshToken`. */
export interface ReauthorisationRequest {
  readonly authUrl: string;
  readonly redirectUri: string;
  readonly refreshToken: string;
}

const answerSchema = z.object({ result: z.string(), success: z.literal(true) });

/**
 * A link that renews a consent under the same credentials id, which spares the user the choice of bank
 * (`POST /v1/reauthuri`; facts, 1.9). UK banks only, and being superseded, so any refusal is `null`: then a plain link
 * does the same with a few clicks more. The link may lead to the bank's own site, but always over https; plain http
 * only where the auth host itself is on this machine.
 */
export async function reauthorisationLink(
  fetch: Fetch,
  { authUrl, redirectUri, refreshToken }: ReauthorisationRequest,
  attempt: AuthorisationAttempt,
): Promise<string | null> {
  const answer = await askAuthHost(fetch, {
    method: 'POST',
    url: `${authUrl}/v1/reauthuri`,
    json: {
      response_type: 'code',
      refresh_token: refreshToken,
      redirect_uri: redirectUri,
      state: attempt.state,
      code_challenge: codeChallenge(attempt),
      code_challenge_method: 'S256',
    },
  });
  if (!answer.ok || answer.value.status !== 200) return null;
  const decoded = answerSchema.safeParse(parseJson(answer.value.text));
  const link = decoded.success ? URL.parse(decoded.data.result) : null;
  if (link === null || link.username !== '') return null;
  const isSafe =
    link.protocol === 'https:' || (link.protocol === 'http:' && isLocal(link) && isLocal(authUrl));
  return isSafe ? link.href : null;
}

const isLocal = (url: URL | string): boolean => isLoopbackHost(new URL(url).hostname);
