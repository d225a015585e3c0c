import type { CdpSession } from '../chromium/cdp-connection.ts';
import { say } from '../say.ts';
import { sessionRules } from '../session/session.ts';
import { headerToChromium, toApp } from './origin-mapping.ts';
import type { PausedRequest } from './paused-request.ts';
import { mayFetch, schemeHandler } from './protocol.ts';
import type { HeaderLists, RequestDetails } from './web-request.ts';

/** Answers a request of one of the app's own schemes by the app's handler. */
export async function serveScheme(
  session: CdpSession,
  details: RequestDetails,
  scheme: string,
  paused: PausedRequest,
): Promise<void> {
  const { requestId } = paused;
  const handler = schemeHandler(scheme);
  if (handler === null || (paused.resourceType === 'Fetch' && !mayFetch(scheme))) {
    await session.send('Fetch.failRequest', { requestId, errorReason: 'Failed' });
    return;
  }
  let response: Response;
  try {
    response = await handler(requestOf(details, paused));
    if (!(response instanceof Response))
      throw new TypeError('a protocol handler must answer with a Response');
  } catch (error) {
    say(error);
    await session.send('Fetch.failRequest', { requestId, errorReason: 'Failed' });
    return;
  }
  if (response.type === 'error') {
    await session.send('Fetch.failRequest', { requestId, errorReason: 'Failed' });
    return;
  }
  const lists: Record<string, string[]> = {};
  for (const [name, value] of response.headers) (lists[name] ??= []).push(value);
  const changed = await sessionRules.headersReceived(details.url, { ...details, responseHeaders: lists });
  if (changed?.cancel === true) {
    await session.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' });
    return;
  }
  const responseHeaders = headerEntries((changed?.responseHeaders as HeaderLists | undefined) ?? lists);
  const body = Buffer.from(await response.arrayBuffer()).toString('base64');
  await session.send('Fetch.fulfillRequest', {
    requestId,
    responseCode: response.status,
    responseHeaders,
    body,
  });
}

/** Headers as DevTools wants them, their URLs as Chromium has them. */
export const headerEntries = (
  lists: Readonly<Record<string, string | readonly string[]>>,
): { name: string; value: string }[] =>
  Object.entries(lists).flatMap(([name, values]) =>
    [values].flat().map((value) => ({ name, value: headerToChromium(value) })),
  );

function requestOf(details: RequestDetails, { request }: PausedRequest): Request {
  const headers = Object.entries(request.headers).map(([name, value]): [string, string] => [
    name,
    toApp(value),
  ]);
  const parts = (request.postDataEntries ?? []).map(({ bytes = '' }) => Buffer.from(bytes, 'base64'));
  const body = parts.length > 0 ? new Uint8Array(Buffer.concat(parts)) : request.postData;
  return new Request(details.url, {
    method: request.method,
    headers,
    ...(body === undefined ? {} : { body }),
  });
}
