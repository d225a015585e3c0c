import { errorAnswer } from '../http/answer.ts';
import { isOver } from './consent.ts';
import type { Answer } from '../http/answer.ts';
import type { Consent, Scope } from './consent.ts';
import type { ConsentDesk } from './consent-desk.ts';

/** A consent that may be served, or the refusal. */
export type Admission =
  | { readonly kind: 'admitted'; readonly consent: Consent }
  | { readonly kind: 'refused'; readonly answer: Answer };

const refused = (answer: Answer): Admission => ({ kind: 'refused', answer });

/** The token of an `Authorization: Bearer` header. */
export const bearerToken = (header: string | undefined): string | null =>
  /^Bearer (.+)$/iu.exec(header ?? '')?.[1] ?? null;

/**
 * Who is asking, and may they? Unknown or superseded token: 401 `unauthorized`; consent over or revoked, or a scope
 * missing: 403 `access_denied`; token past its hour: 401 `invalid_token` (truelayer.md, 1.8, 1.9 and 4.4).
 */
export function admit(
  header: string | undefined,
  desk: ConsentDesk,
  scopes: readonly Scope[],
  nowMs: number,
): Admission {
  const token = bearerToken(header);
  const consent = token === null ? undefined : desk.byAccessToken(token);
  if (consent === undefined) return refused(errorAnswer('unauthorized'));
  if (isOver(consent, nowMs)) return refused(errorAnswer('access_denied'));
  const expiresAtMs = consent.accessToken?.expiresAtMs ?? 0;
  if (nowMs >= expiresAtMs) {
    const when = new Date(expiresAtMs).toISOString().slice(0, 19).replace('T', ' ');
    return refused(errorAnswer('invalid_token', { description: `The token expired at '${when}Z'` }));
  }
  if (scopes.some((scope) => !consent.scopes.includes(scope))) return refused(errorAnswer('access_denied'));
  return { kind: 'admitted', consent };
}
