/** Schemes the app registered as privileged, as far as an origin of theirs can be told apart in Chromium. */
const schemes = new Set<string>();

/** Chromium knows no `app://`: `app://passbook/x` is really loaded as `https://passbook.app.invalid/x` (RFC 2606). */
export const mapScheme = (scheme: string): void => void schemes.add(scheme);

const pattern = (middle: string): RegExp => new RegExp(middle, 'gi');
const anyScheme = (): string => [...schemes].join('|');

/** `app://` URLs in `text` as Chromium is given them. */
export function toChromium(text: string): string {
  if (schemes.size === 0) return text;
  return text.replace(
    pattern(`\\b(${anyScheme()})://([\\w.-]+)`),
    (_, scheme: string, host: string) => `https://${host.toLowerCase()}.${scheme.toLowerCase()}.invalid`,
  );
}

/** The same for a header: a CSP may name the bare scheme as a source. */
export const headerToChromium = (value: string): string =>
  toChromium(value).replace(
    pattern(`(?<=^|[\\s;])(${anyScheme()}):(?=$|[\\s;])`),
    (_, scheme: string) => `https://*.${scheme}.invalid`,
  );

/** The other way: what the app, and whoever drives it, is told. */
export function toApp(text: string): string {
  if (schemes.size === 0) return text;
  return text.replace(
    pattern(`https://([\\w.-]+?)\\.(${anyScheme()})\\.invalid(?::443)?`),
    (_, host: string, scheme: string) => `${scheme}://${host}`,
  );
}

/** The scheme of a URL in the app's words, without its colon; `''` when it is none. */
export const schemeOf = (url: string): string => /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase() ?? '';
