/** Where the window's page lives. A scheme of its own, so that it is neither a file nor on any network. */
export const appScheme = 'app';
const appHost = 'passbook';
/** The page itself. */
export const appPage = `${appScheme}://${appHost}/index.html`;

/** Whether a URL is of the window's own page. Compared part by part: a prefix would take `app://passbook.evil/`. */
export function isAppUrl(text: string): boolean {
  const url = URL.parse(text);
  return (
    url !== null &&
    url.protocol === `${appScheme}:` &&
    url.hostname === appHost &&
    url.port === '' &&
    url.username === '' &&
    url.password === ''
  );
}

/** A file of the page's folder, or with which status the request is refused. */
export type AppFile =
  | { readonly kind: 'file'; readonly path: string; readonly contentType: string }
  | { readonly kind: 'refused'; readonly status: number };

/** What the bundler puts into the folder; nothing else is served, whatever lies there. */
const contentTypes: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  woff2: 'font/woff2',
};

/**
 * Which file a request is for. Bundled files have plain names, so nothing is decoded: a path with `%`, `\`, an empty
 * or hidden part, or `..` (which URL parsing resolves) is no file of ours. `path` is relative, with forward slashes.
 */
export function appFileOf(method: string, text: string): AppFile {
  if (method !== 'GET') return { kind: 'refused', status: 405 };
  if (!isAppUrl(text)) return { kind: 'refused', status: 403 };
  const path = new URL(text).pathname.slice(1) || 'index.html';
  if (!/^(?:[\w-][\w.-]*\/)*[\w-][\w.-]*$/.test(path)) return { kind: 'refused', status: 404 };
  const extension = /\.(\w+)$/.exec(path)?.[1] ?? '';
  const contentType = Object.hasOwn(contentTypes, extension) ? contentTypes[extension] : undefined;
  return contentType === undefined ? { kind: 'refused', status: 404 } : { kind: 'file', path, contentType };
}

/**
 * What the page may do, sent with every answer: run and show what comes from its own folder, and nothing else.
 * `data:` is for images the bundler writes into the style sheet.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');
