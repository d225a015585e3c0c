import type { NavigationGuard } from '../window/navigation-guard.ts';
import type { WebContents } from '../window/web-contents.ts';
import { toApp } from './origin-mapping.ts';
import type { RequestDetails } from './web-request.ts';

/** A request that Chromium holds back until it is answered. */
export interface PausedRequest {
  readonly requestId: string;
  readonly request: {
    readonly url: string;
    readonly method: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly postData?: string;
    readonly postDataEntries?: readonly { readonly bytes?: string }[];
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

/** The request as `webRequest` listeners are told of it. */
export function detailsOf(
  contents: WebContents,
  guard: NavigationGuard,
  { request, frameId, resourceType }: PausedRequest,
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
