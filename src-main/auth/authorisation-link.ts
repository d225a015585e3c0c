import { createHash } from 'node:crypto';

/** What one attempt to connect makes up and must remember until the answer comes. Secret: `codeVerifier`. */
export interface AuthorisationAttempt {
  /** Comes back unchanged; proves that the answer belongs to this attempt (RFC 6749, section 10.12). */
  readonly state: string;
  readonly nonce: string;
  /** Sent with the code only: a code that leaks is worth nothing without it (RFC 7636). */
  readonly codeVerifier: string;
}

/** Cryptographically strong bytes; an argument so that tests know them. */
export type RandomBytes = (size: number) => Uint8Array;

/** 32 bytes: 256 bits, in base64url the 43 characters that RFC 7636 asks of a verifier at least. */
export const newAttempt = (randomBytes: RandomBytes): AuthorisationAttempt => ({
  state: base64Url(randomBytes(32)),
  nonce: base64Url(randomBytes(16)),
  codeVerifier: base64Url(randomBytes(32)),
});

/** What the link asks for. `scopes` and `providers` as TrueLayer names them. */
export interface LinkRequest {
  readonly authUrl: string;
  readonly clientId: string;
  /** To the letter as registered in the Console: TrueLayer compares bytes. */
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  /** Provider ids or groups separated by blanks, such as `uk-ob-all uk-oauth-all`. */
  readonly providers?: string | undefined;
}

/**
 * The link to the bank's consent dialog: the root of the auth host (TrueLayer, "Generate an auth link"). Blanks are
 * `%20`: a client in the field found `+` refused. The challenge is S256, the only method TrueLayer takes.
 */
export function authorisationLink(request: LinkRequest, attempt: AuthorisationAttempt): string {
  const parameters: readonly (readonly [string, string | undefined])[] = [
    ['response_type', 'code'],
    ['client_id', request.clientId],
    ['redirect_uri', request.redirectUri],
    ['scope', request.scopes.join(' ')],
    ['providers', request.providers],
    ['state', attempt.state],
    ['nonce', attempt.nonce],
    ['code_challenge', codeChallenge(attempt)],
    ['code_challenge_method', 'S256'],
  ];
  const query = parameters.flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`],
  );
  return `${request.authUrl}/?${query.join('&')}`;
}

/** What a link carries of the verifier (RFC 7636, S256). */
export const codeChallenge = ({ codeVerifier }: AuthorisationAttempt): string =>
  createHash('sha256').update(codeVerifier).digest('base64url');

const base64Url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');
