import { timingSafeEqual } from 'node:crypto';
import { failureDetail } from '#shared/failure-detail.ts';
import type { Failure } from '#shared/failure.ts';
import { presentableCode } from './token-refusal.ts';

/** What came back from the consent dialog. `foreign`: it does not belong to this attempt, whoever sent it. */
export type RedirectAnswer =
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'failure'; readonly failure: Failure }
  | { readonly kind: 'foreign' };

/** Visible ASCII (RFC 6749, appendix A.11); the length is far above anything seen. */
const codePattern = /^[\x21-\x7e]{1,4096}$/;

/**
 * Reads the parameters of a redirect. The state decides first: without the right one nothing else is believed, an
 * error neither, because any page in the user's browser can send a request here. A parameter given twice counts
 * as absent (RFC 6749, section 3.1).
 *
 * @param authHost named in a failure, `auth.truelayer.com`.
 */
export function readRedirect(parameters: URLSearchParams, state: string, authHost: string): RedirectAnswer {
  const givenState = onlyValue(parameters, 'state');
  if (givenState === null || !sameSecret(givenState, state)) return { kind: 'foreign' };
  if (parameters.has('error')) {
    return { kind: 'failure', failure: refusal(onlyValue(parameters, 'error') ?? '') };
  }
  const code = onlyValue(parameters, 'code');
  if (code !== null && codePattern.test(code)) return { kind: 'code', code };
  const detail = failureDetail('no-code');
  return { kind: 'failure', failure: { kind: 'bad-answer', host: authHost, detail } };
}

function refusal(error: string): Failure {
  switch (error) {
    case 'access_denied':
      return { kind: 'consent-denied' };
    case 'invalid_redirect_uri':
      return { kind: 'redirect-mismatch' };
    default:
      return { kind: 'auth-server-refused', code: presentableCode(error) };
  }
}

function onlyValue(parameters: URLSearchParams, name: string): string | null {
  const [first, ...others] = parameters.getAll(name);
  return first === undefined || others.length > 0 ? null : first;
}

/** In constant time, so that a guess learns nothing from how long its refusal took. The length is no secret. */
function sameSecret(given: string, expected: string): boolean {
  const a = Buffer.from(given);
  const b = Buffer.from(expected);
  return a.length === b.length && timingSafeEqual(a, b);
}
