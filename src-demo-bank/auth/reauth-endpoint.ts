import { errorAnswer, jsonAnswer } from '../http/answer.ts';
import { readDialogRequest } from './read-dialog-request.ts';
import type { Answer } from '../http/answer.ts';
import type { ConsentDesk } from './consent-desk.ts';
import type { RegisteredClient } from './read-dialog-request.ts';
import type { TokenFields } from './token-endpoint.ts';

/** How long after a consent's end it can still be renewed in this way (truelayer.md, 1.9). */
const renewableAfterEndMs = 90 * 86_400_000;

/**
 * `POST /v1/reauthuri` (truelayer.md, 1.9): a link that renews a consent under the same credentials id. `host`: where
 * the link leads. An unknown or ended refresh token is 401 `invalid_request`.
 */
export function answerReauthRequest(
  fields: TokenFields | null,
  {
    consents,
    client,
    host,
    nowMs,
  }: {
    readonly consents: ConsentDesk;
    readonly client: RegisteredClient;
    readonly host: string;
    readonly nowMs: number;
  },
): Answer {
  const consent = consents.byRefreshToken(fields?.get('refresh_token') ?? '');
  if (
    fields === null ||
    consent === undefined ||
    consent.revoked ||
    nowMs > consent.expiresAtMs + renewableAfterEndMs
  ) {
    return {
      ...errorAnswer('invalid_request', { details: { reason: 'Invalid refresh_token' } }),
      status: 401,
    };
  }
  const query = new URLSearchParams({
    response_type: fields.get('response_type') ?? '',
    client_id: consent.clientId,
    redirect_uri: fields.get('redirect_uri') ?? '',
    scope: consent.scopes.join(' '),
  });
  for (const name of ['state', 'code_challenge', 'code_challenge_method', 'response_mode']) {
    const value = fields.get(name);
    if (value !== undefined) query.set(name, value);
  }
  if (readDialogRequest(query, client).kind === 'refused') return errorAnswer('invalid_request');
  query.set('reauth', consents.openReauth(consent));
  return jsonAnswer(200, { result: `http://${host}/?${query.toString()}`, success: true });
}
