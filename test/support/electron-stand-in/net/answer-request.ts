import type { CdpSession } from '../chromium/cdp-connection.ts';
import { sessionRules } from '../session/session.ts';
import type { NavigationGuard } from '../window/navigation-guard.ts';
import type { WebContents } from '../window/web-contents.ts';
import { approve } from './approved-requests.ts';
import { schemeOf, toApp, toChromium } from './origin-mapping.ts';
import { detailsOf, type PausedRequest } from './paused-request.ts';
import { isAppScheme } from './protocol.ts';
import { headerEntries, serveScheme } from './serve-scheme.ts';

/** Decides one request as Electron does: navigation events, `webRequest`, the scheme's handler, then the network. */
export async function answerRequest(
  session: CdpSession,
  contents: WebContents,
  guard: NavigationGuard,
  paused: PausedRequest,
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
  if (isAppScheme(scheme)) return serveScheme(session, details, scheme, paused);
  approve(request.url);
  await session.send('Fetch.continueRequest', { requestId });
}

async function passResponse(
  session: CdpSession,
  contents: WebContents,
  paused: PausedRequest,
): Promise<void> {
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
