import { say } from '../say.ts';
import type { CdpSession } from '../chromium/cdp-connection.ts';
import { sessionRules } from '../session/session.ts';
import type { NavigationGuard } from '../window/navigation-guard.ts';
import type { WebContents } from '../window/web-contents.ts';
import { approve } from './approved-requests.ts';
import { headerToChromium, schemeOf, toApp, toChromium } from './origin-mapping.ts';
import { isAppScheme, schemeHandler } from './protocol.ts';
import type { HeaderLists, RequestDetails } from './web-request.ts';

/** A request that Chromium holds back until it is answered. */
interface Paused {
  readonly requestId: string;
  readonly request: {
    readonly url: string;
    readonly method: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly hasPostData?: boolean;
  };
  readonly frameId: string;
  readonly resourceType: string;
  readonly redirectedRequestId?: string;
  readonly responseStatusCode?: number;
  readonly responseErrorReason?: string;
  readonly responseHeaders?: readonly { readonly name: string; readonly value: string }[];
}

/** Chromium's names of what is asked for, in Electron's words. */
const resourceTypes: Readonly<Record<string, string>> = {
  Stylesheet: 'stylesheet',
  Script: 'script',
  Image: 'image',
  Font: 'font',
  XHR: 'xhr',
  Fetch: 'xhr',
  Ping: 'ping',
  CSPViolationReport: 'cspReport',
  Media: 'media',
  WebSocket: 'webSocket',
};
let lastId = 0;

/** Decides one request as Electron does: navigation events, `webRequest`, the scheme's handler, then the network. */
export async function answerRequest(
  session: CdpSession,
  contents: WebContents,
  guard: NavigationGuard,
  paused: Paused,
): Promise<void> {
  const { requestId, request, frameId, resourceType } = paused;
  if (paused.responseStatusCode !== undefined || paused.responseErrorReason !== undefined)
    return passResponse(session, contents, paused);

  const isDocument = resourceType === 'Document';
  if (isDocument && guard.isRefused(request.url, frameId, paused.redirectedRequestId !== undefined)) {
    await session.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' });
    return;
  }
  const details = detailsOf(contents, guard, paused);
  const verdict = await sessionRules.beforeRequest(details.url, details);
  if (verdict?.cancel === true) {
    await session.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' });
    return;
  }
  if (verdict?.redirectURL !== undefined) {
    const location = { name: 'location', value: toChromium(verdict.redirectURL) };
    await session.send('Fetch.fulfillRequest', { requestId, responseCode: 307, responseHeaders: [location] });
    return;
  }
  const scheme = schemeOf(details.url);
  if (isAppScheme(scheme)) return serve(session, details, scheme, paused);
  approve(request.url);
  await session.send('Fetch.continueRequest', { requestId });
}

function detailsOf(
  contents: WebContents,
  guard: NavigationGuard,
  { request, frameId, resourceType }: Paused,
): RequestDetails {
  lastId += 1;
  const frame = guard.frame(frameId);
  const document = frame?.parent === null ? 'mainFrame' : 'subFrame';
  return {
    id: lastId,
    url: toApp(request.url),
    method: request.method,
    resourceType: resourceType === 'Document' ? document : (resourceTypes[resourceType] ?? 'other'),
    referrer: toApp(request.headers['Referer'] ?? ''),
    timestamp: Date.now(),
    webContentsId: contents.id,
    webContents: contents,
    frame,
  };
}

async function serve(
  session: CdpSession,
  details: RequestDetails,
  scheme: string,
  paused: Paused,
): Promise<void> {
  const { requestId } = paused;
  const handler = schemeHandler(scheme);
  if (handler === null) {
    await session.send('Fetch.failRequest', { requestId, errorReason: 'Failed' });
    return;
  }
  let response: Response;
  try {
    response = await handler(await requestOf(session, details, paused));
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

const headerEntries = (
  lists: Readonly<Record<string, string | readonly string[]>>,
): { name: string; value: string }[] =>
  Object.entries(lists).flatMap(([name, values]) =>
    [values].flat().map((value) => ({ name, value: headerToChromium(value) })),
  );

async function requestOf(
  session: CdpSession,
  details: RequestDetails,
  { requestId, request }: Paused,
): Promise<Request> {
  const headers = Object.entries(request.headers).map(([name, value]): [string, string] => [
    name,
    toApp(value),
  ]);
  const init = { method: request.method, headers };
  if (request.hasPostData !== true) return new Request(details.url, init);
  // 'Network.getRequestPostData' wants the network's id, which equals the Fetch id only by chance.
  void session;
  void requestId;
  return new Request(details.url, init);
}

async function passResponse(session: CdpSession, contents: WebContents, paused: Paused): Promise<void> {
  const { requestId, request, responseHeaders = [] } = paused;
  if (paused.responseErrorReason !== undefined) {
    await session.send('Fetch.continueRequest', { requestId });
    return;
  }
  const lists: Record<string, string[]> = {};
  for (const { name, value } of responseHeaders) (lists[name] ??= []).push(value);
  const details = {
    id: 0,
    url: toApp(request.url),
    method: request.method,
    resourceType: 'other',
    referrer: '',
  };
  const changed = await sessionRules.headersReceived(details.url, {
    ...details,
    timestamp: Date.now(),
    webContentsId: contents.id,
    responseHeaders: lists,
  });
  if (changed?.cancel === true) {
    await session.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' });
    return;
  }
  const entries = changed?.responseHeaders === undefined ? undefined : headerEntries(changed.responseHeaders);
  await session.send('Fetch.continueResponse', {
    requestId,
    ...(entries === undefined
      ? {}
      : { responseHeaders: entries, responseCode: paused.responseStatusCode ?? 200 }),
  });
}
