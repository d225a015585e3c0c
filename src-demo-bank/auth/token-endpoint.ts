import { accessLifeMs } from './consent.ts';
import { errorAnswer, jsonAnswer } from '../http/answer.ts';
import type { Answer } from '../http/answer.ts';
import type { Consent } from './consent.ts';
import type { ConsentDesk } from './consent-desk.ts';
import type { RegisteredClient } from './read-dialog-request.ts';

/** Grants that were honoured, by `grant_type`. */
export interface TokenGrants {
  authorization_code: number;
  refresh_token: number;
}

/** The fields of a token request: JSON or form, text only. */
export type TokenFields = ReadonlyMap<string, string>;

/** Reads a body by its content type; `null` when it is neither JSON nor a form. Values that are not text are dropped. */
export function readFields(contentType: string, body: string): TokenFields | null {
  if (contentType.startsWith('application/x-www-form-urlencoded')) return new Map(new URLSearchParams(body));
  if (!contentType.startsWith('application/json')) return null;
  try {
    const value: unknown = JSON.parse(body);
    if (typeof value !== 'object' || value === null) return null;
    const entries = Object.entries(value);
    return new Map(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
  } catch {
    return null;
  }
}

/** `POST /connect/token` (truelayer.md, 1.6 and 1.7). All refusals are 400: a wrong grant too. */
export function answerTokenRequest(
  fields: TokenFields | null,
  desk: ConsentDesk,
  client: RegisteredClient,
  grants: TokenGrants,
): Answer {
  const grantType = fields?.get('grant_type');
  if (fields === null || grantType === undefined) return errorAnswer('invalid_request');
  const clientId = fields.get('client_id') ?? '';
  if (clientId !== client.clientId || fields.get('client_secret') !== client.clientSecret) {
    return errorAnswer('invalid_client');
  }
  switch (grantType) {
    case 'authorization_code': {
      const code = fields.get('code');
      const redirectUri = fields.get('redirect_uri');
      if (code === undefined || redirectUri === undefined) return errorAnswer('invalid_request');
      const codeVerifier = fields.get('code_verifier') ?? null;
      const consent = desk.exchangeCode({ code, clientId, redirectUri, codeVerifier });
      if (consent === null) return errorAnswer('invalid_grant');
      grants.authorization_code += 1;
      return tokenAnswer(consent);
    }
    case 'refresh_token': {
      const refreshToken = fields.get('refresh_token');
      if (refreshToken === undefined) return errorAnswer('invalid_request');
      const consent = desk.refresh(refreshToken, clientId);
      if (consent === null) return errorAnswer('invalid_grant');
      grants.refresh_token += 1;
      return tokenAnswer(consent);
    }
    // Meant for payments; the sandbox refuses Data scopes here.
    case 'client_credentials':
      return errorAnswer('invalid_scope');
    default:
      return errorAnswer('invalid_request');
  }
}

function tokenAnswer(consent: Consent): Answer {
  const answer = jsonAnswer(200, {
    access_token: consent.accessToken?.value,
    expires_in: accessLifeMs / 1000,
    token_type: 'Bearer',
    ...(consent.refreshToken === null ? {} : { refresh_token: consent.refreshToken.value }),
    scope: consent.scopes.join(' '),
  });
  return { ...answer, headers: { ...answer.headers, 'cache-control': 'no-store', pragma: 'no-cache' } };
}
