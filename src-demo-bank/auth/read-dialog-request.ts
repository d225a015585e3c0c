import { knownScopes } from './consent.ts';
import type { DialogRequest } from './consent-desk.ts';
import type { Scope } from './consent.ts';

/** The client as registered in the bank's console. */
export interface RegisteredClient {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Compared to the letter. */
  readonly redirectUris: readonly string[];
}

/** `error` is shown on a page: an unproven redirect URI is never followed. */
export type ReadDialog =
  | { readonly kind: 'request'; readonly request: DialogRequest }
  | { readonly kind: 'refused'; readonly error: string; readonly sentence: string };

const refused = (error: string, sentence: string): ReadDialog => ({ kind: 'refused', error, sentence });
const isScope = (text: string): text is Scope => knownScopes.some((scope) => scope === text);

/**
 * Reads the authorisation link (truelayer.md, 1.2). Old scopes and legacy flags are accepted and ignored; so is
 * `providers`: this house has one bank.
 */
export function readDialogRequest(query: URLSearchParams, client: RegisteredClient): ReadDialog {
  const redirectUri = query.get('redirect_uri') ?? '';
  if (query.get('client_id') !== client.clientId) {
    return refused('invalid_client', 'This client_id is not registered with the demo bank.');
  }
  if (!client.redirectUris.includes(redirectUri)) {
    return refused('invalid_redirect_uri', 'This redirect_uri is not, letter for letter, a registered one.');
  }
  if (query.get('response_type') !== 'code') {
    return refused('invalid_request', 'response_type must be code.');
  }
  const scopes = [...new Set((query.get('scope') ?? '').split(/[ +]/u).filter(isScope))];
  if (scopes.length === 0) return refused('invalid_scope', 'scope names nothing that this bank can share.');
  const codeChallenge = query.get('code_challenge');
  if (codeChallenge !== null && query.get('code_challenge_method') !== 'S256') {
    return refused('invalid_request', 'code_challenge_method must be S256.');
  }
  const responseMode = query.get('response_mode');
  if (responseMode !== null && responseMode !== 'form_post') {
    return refused('invalid_request', 'response_mode, when given, must be form_post.');
  }
  return {
    kind: 'request',
    request: {
      clientId: client.clientId,
      redirectUri,
      scopes,
      state: query.get('state'),
      codeChallenge,
      responseMode: responseMode ?? 'query',
      reauth: query.get('reauth'),
    },
  };
}
