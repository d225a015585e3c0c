import type { Clock } from '#shared/clock.ts';
import type { Failure } from '#shared/failure.ts';
import { failed, type Result } from '#shared/result.ts';
import type { Fetch } from './auth-exchange.ts';
import {
  type AuthorisationAttempt,
  authorisationLink,
  newAttempt,
  type RandomBytes,
} from './authorisation-link.ts';
import { loopbackAddress } from './loopback-address.ts';
import { openLoopbackRedirect } from './loopback-redirect.ts';
import { readPastedCode } from './pasted-code.ts';
import { reauthorisationLink } from './reauthorisation-link.ts';
import { exchangeCode } from './token-endpoint.ts';
import type { TokenSet } from './token-set.ts';
import { withinTime } from './within-time.ts';

/** What connecting takes from outside. */
export interface AuthoriseDeps {
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly randomBytes: RandomBytes;
  /** Opens the link in the system's browser or shows it. One that cannot be opened is the caller's to say. */
  readonly openLink: (url: string) => Promise<void> | void;
  /** Says beforehand that the auth host cannot be reached; absent, the browser finds out. @see hostTrouble */
  readonly hostTrouble?: (authUrl: string) => Promise<Failure | null>;
}

/** One wish to connect. */
export interface AuthoriseRequest {
  /** Origin of the auth host, no trailing slash. */
  readonly authUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  readonly providers?: string;
  /** Of the consent to renew, where one is. */
  readonly refreshToken?: string;
  /** Whether a renewal's link may be opened, which may lead to a bank's own site; otherwise a plain link has to do. */
  readonly mayOpen?: (link: string) => boolean;
  /** Asks the user for the code or the address the browser ended at; when given, nothing listens. */
  readonly paste?: () => Promise<string>;
  /** Asks for the same while the redirect is waited for too: whichever comes first counts. */
  readonly pasteBesides?: () => Promise<string>;
  /** How long the user has for the bank's dialog. */
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
}

/** A login at a bank with a second device takes a minute or two; much longer, and the user has given up. */
const defaultTimeoutMs = 5 * 60_000;

/**
 * Takes the user through the consent at the bank and comes back with tokens, which are stored nowhere yet. OAuth
 * for native apps: the system's browser, PKCE S256, state, and a listener on loopback that takes one answer
 * (RFC 8252, RFC 9700). Everything opened here is closed here, whatever the end.
 *
 * Ends with `consent-denied`, `connect-timed-out`, `wrong-state`, `cancelled`, `redirect-port-taken`,
 * `redirect-uri-unusable`, `unreachable`, or what the token endpoint says.
 */
export async function authorise(deps: AuthoriseDeps, request: AuthoriseRequest): Promise<Result<TokenSet>> {
  if (request.signal?.aborted === true) return failed({ kind: 'cancelled' });
  const trouble = (await deps.hostTrouble?.(request.authUrl)) ?? null;
  if (trouble !== null) return failed(trouble);
  const attempt = newAttempt(deps.randomBytes);
  const link = await linkFor(deps, request, attempt);
  const expected = {
    redirectUri: request.redirectUri,
    state: attempt.state,
    authHost: new URL(request.authUrl).host,
  };
  const code =
    request.paste === undefined
      ? await codeByRedirect(deps, request, link, expected)
      : await codeByPaste(deps, request, link, expected, request.paste);
  if (!code.ok) return code;
  const consent = { code: code.value, redirectUri: request.redirectUri, codeVerifier: attempt.codeVerifier };
  return exchangeCode(deps, request, consent);
}

/** A renewal is asked for first where there is something to renew; a plain link always does. */
async function linkFor(
  deps: AuthoriseDeps,
  request: AuthoriseRequest,
  attempt: AuthorisationAttempt,
): Promise<string> {
  const { refreshToken } = request;
  const renewing =
    refreshToken === undefined
      ? null
      : await reauthorisationLink(deps.fetch, { ...request, refreshToken }, attempt);
  const isUsable = renewing !== null && (request.mayOpen?.(renewing) ?? true);
  return isUsable ? renewing : authorisationLink(request, attempt);
}

type Expected = Parameters<typeof readPastedCode>[1];

async function codeByRedirect(
  deps: AuthoriseDeps,
  request: AuthoriseRequest,
  link: string,
  expected: Expected,
): Promise<Result<string>> {
  const address = loopbackAddress(request.redirectUri);
  if (address === null) return failed({ kind: 'redirect-uri-unusable', redirectUri: request.redirectUri });
  const redirect = await openLoopbackRedirect(address, expected);
  if (!redirect.ok) return redirect;
  try {
    const code = await waitWithLink(deps, request, link, () => {
      const { pasteBesides } = request;
      if (pasteBesides === undefined) return redirect.value.code;
      const pasted = pasteBesides().then((text) => readPastedCode(text, expected));
      return Promise.race([redirect.value.code, pasted]);
    });
    const unexplained = !code.ok && code.failure.kind === 'connect-timed-out';
    return unexplained && redirect.value.sawForeignAnswer() ? failed({ kind: 'wrong-state' }) : code;
  } finally {
    await redirect.value.close();
  }
}

const codeByPaste = (
  deps: AuthoriseDeps,
  request: AuthoriseRequest,
  link: string,
  expected: Expected,
  paste: () => Promise<string>,
): Promise<Result<string>> =>
  waitWithLink(deps, request, link, async (linkOpened) => {
    await linkOpened;
    return readPastedCode(await paste(), expected);
  });

/** The wait and its time begin before the link is opened, and go on whether or not opening it ever returns. */
function waitWithLink(
  deps: AuthoriseDeps,
  request: AuthoriseRequest,
  link: string,
  wait: (linkOpened: Promise<void>) => Promise<Result<string>>,
): Promise<Result<string>> {
  // Looking for the host and asking for the link may take a while: who has given up by now is not sent to a bank.
  const isGivenUp = request.signal?.aborted === true;
  const linkOpened = Promise.resolve().then(() => (isGivenUp ? undefined : deps.openLink(link)));
  const failsWithLink = linkOpened.then(() => new Promise<never>(() => {}));
  const answer = Promise.race([wait(linkOpened), failsWithLink]);
  const timeoutMs = request.timeoutMs ?? defaultTimeoutMs;
  return withinTime(answer, { clock: deps.clock, timeoutMs, signal: request.signal });
}
