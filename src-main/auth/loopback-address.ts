/** Where to listen for a redirect. */
export interface LoopbackAddress {
  /** IP addresses to bind; for `localhost` both, because browsers differ in which one they try first. */
  readonly hosts: readonly string[];
  readonly port: number;
  /** Compared to the letter. */
  readonly path: string;
  /** What an honest browser sends as `Host`: any other means a name was rebound to this machine. */
  readonly hostHeader: string;
}

const hostsOf: Readonly<Record<string, readonly string[]>> = {
  localhost: ['127.0.0.1', '::1'],
  '127.0.0.1': ['127.0.0.1'],
  '[::1]': ['::1'],
};

/**
 * Reads a redirect URI that Passbook can wait on by itself: plain `http` to this machine (RFC 8252, section 7.3).
 *
 * @returns `null` for any other, such as TrueLayer's hosted page that shows the code for copying.
 */
export function loopbackAddress(redirectUri: string): LoopbackAddress | null {
  const url = URL.parse(redirectUri);
  if (url === null || url.protocol !== 'http:' || url.username !== '' || url.hash !== '') return null;
  const hosts = hostsOf[url.hostname];
  const port = url.port === '' ? 80 : Number(url.port);
  if (hosts === undefined || port === 0) return null;
  return { hosts, port, path: url.pathname, hostHeader: url.host };
}

/** `hostname` as `URL` gives it, IPv6 in brackets. */
export const isLoopbackHost = (hostname: string): boolean => Object.hasOwn(hostsOf, hostname);
