import type { IncomingMessage, ServerResponse } from 'node:http';
import { failed, succeeded, type Result } from '#shared/result.ts';
import type { LoopbackAddress } from './loopback-address.ts';
import { openLoopbackServers } from './loopback-servers.ts';
import { readRedirect, type RedirectAnswer } from './redirect-answer.ts';
import { answerBrowser } from './redirect-page.ts';

/** A one-shot wait for the consent dialog's answer. Who opens it closes it. */
export interface LoopbackRedirect {
  /** The code, once the browser has been answered. Waits for ever: the time limit is the caller's. */
  readonly code: Promise<Result<string>>;
  /** Whether something came that did not belong to this attempt: then a time-out has a better explanation. */
  readonly sawForeignAnswer: () => boolean;
  readonly close: () => Promise<void>;
}

const maxFormBytes = 16 * 1024;

/**
 * Listens where the redirect URI points and takes exactly one answer.
 *
 * An answer with a wrong state does not end the wait. Any page the user has open can send a request to this port,
 * so ending on one would let it end every attempt to connect; going on gives it nothing, with 256 bits to guess.
 * The browser is told (400), and if nothing better comes the attempt ends as `wrong-state` instead of as a mere
 * time-out.
 */
export async function openLoopbackRedirect(
  address: LoopbackAddress,
  expected: { readonly redirectUri: string; readonly state: string; readonly authHost: string },
): Promise<Result<LoopbackRedirect>> {
  const { promise: code, resolve } = Promise.withResolvers<Result<string>>();
  let answered = false;
  let foreign = false;

  const take = (answer: RedirectAnswer, response: ServerResponse): void => {
    if (answer.kind === 'foreign') {
      foreign = true;
      return answerBrowser(response, 400, 'foreign');
    }
    if (answered) return answerBrowser(response, 410, 'used');
    answered = true;
    const result = answer.kind === 'code' ? succeeded(answer.code) : failed(answer.failure);
    response.once('close', () => resolve(result));
    answerBrowser(response, 200, answer.kind === 'code' ? 'received' : 'denied');
  };

  const servers = await openLoopbackServers(address, expected.redirectUri, (request, response) => {
    const refusedWith = refusalStatus(request, address);
    if (refusedWith !== null) return answerBrowser(response, refusedWith, 'refused');
    readParameters(request).then(
      (parameters) => {
        if (parameters === null) return answerBrowser(response, 413, 'refused');
        take(readRedirect(parameters, expected.state, expected.authHost), response);
      },
      // The browser went away in the middle of its form.
      () => response.destroy(),
    );
  });
  if (!servers.ok) return servers;
  return succeeded({ code, sawForeignAnswer: () => foreign, close: () => servers.value.close() });
}

/** What is turned away unread. The `Host` check is against DNS rebinding (RFC 9700 asks for exact matching). */
function refusalStatus(request: IncomingMessage, address: LoopbackAddress): number | null {
  if (request.headers.host !== address.hostHeader) return 403;
  if ((request.url ?? '').split('?', 1)[0] !== address.path) return 404;
  if (request.method === 'GET') return null;
  if (request.method !== 'POST') return 405;
  const type = request.headers['content-type'] ?? '';
  return /^application\/x-www-form-urlencoded(;|$)/i.test(type) ? null : 415;
}

/** From the query, or from the form when the server was told `response_mode=form_post`. `null`: too large. */
async function readParameters(request: IncomingMessage): Promise<URLSearchParams | null> {
  if (request.method === 'GET') {
    return new URLSearchParams((request.url ?? '').split('?').slice(1).join('?'));
  }
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of request.iterator({ destroyOnReturn: false })) {
    if (!(part instanceof Uint8Array)) continue;
    bytes += part.byteLength;
    if (bytes > maxFormBytes) return null;
    parts.push(part);
  }
  return new URLSearchParams(Buffer.concat(parts).toString('utf8'));
}
