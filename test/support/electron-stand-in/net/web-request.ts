import { refusing } from '../refuse-missing.ts';

/** What `onBeforeRequest` is told. */
export interface RequestDetails {
  readonly id: number;
  readonly url: string;
  readonly method: string;
  readonly resourceType: string;
  readonly referrer: string;
  readonly timestamp: number;
  readonly webContentsId?: number;
  readonly webContents?: object;
  readonly frame?: object | null;
}
/** What it may answer. */
export interface RequestVerdict {
  readonly cancel?: boolean;
  readonly redirectURL?: string;
}
/** As Electron has headers: every name with a list of values. */
export type HeaderLists = Readonly<Record<string, readonly string[]>>;
/** What `onHeadersReceived` may answer. */
export interface HeadersVerdict {
  readonly cancel?: boolean;
  readonly responseHeaders?: Readonly<Record<string, string | readonly string[]>>;
  readonly statusLine?: string;
}
/** Match patterns of URLs. */
export interface Filter {
  readonly urls: readonly string[];
}
/** A listener of `webRequest`: calls back when it has decided. */
export type Listener<D, V> = (details: D, callback: (verdict: V) => void) => void;

interface Slot<D, V> {
  readonly set: (first: Filter | Listener<D, V> | null, second?: Listener<D, V> | null) => void;
  readonly ask: (url: string, details: D) => Promise<V | null>;
}

/** One listener per event, the last one set, as in Electron. A listener that never calls back keeps the request waiting. */
function createSlot<D, V>(): Slot<D, V> {
  let listener: Listener<D, V> | null = null;
  let patterns: readonly RegExp[] | null = null;
  return {
    set: (first, second) => {
      const filter = typeof first === 'object' && first !== null ? first : null;
      patterns = filter === null ? null : filter.urls.map(urlPattern);
      listener = filter === null ? (first as Listener<D, V> | null) : (second ?? null);
    },
    ask: (url, details) =>
      new Promise((resolve) => {
        if (listener === null || patterns?.some((pattern) => pattern.test(url)) === false)
          return resolve(null);
        listener(details, resolve);
      }),
  };
}

/** A match pattern of Chrome's extensions: `<all_urls>`, `*://host/*`, `app://*`. */
function urlPattern(pattern: string): RegExp {
  if (pattern === '<all_urls>') return /^/;
  const text = pattern.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll('*', '.*');
  return new RegExp(`^${text}$`);
}

/** The part of `session.webRequest` that guards need, and the desk that consults it. */
export function createWebRequest() {
  const before = createSlot<RequestDetails, RequestVerdict>();
  const received = createSlot<RequestDetails & { readonly responseHeaders: HeaderLists }, HeadersVerdict>();
  return {
    api: refusing('session.webRequest', { onBeforeRequest: before.set, onHeadersReceived: received.set }),
    beforeRequest: before.ask,
    headersReceived: received.ask,
  };
}
