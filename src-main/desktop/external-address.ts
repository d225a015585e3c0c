import type { IpcRequest } from '#shared/ipc/ipc-contract.ts';

/** The pages a click in the window may open, each by its name in the contract: the window sends no address. */
export const externalPages: Readonly<Record<IpcRequest<'link.open'>['page'], string>> = {
  'truelayer-console': 'https://console.truelayer.com/',
  'truelayer-docs': 'https://docs.truelayer.com/',
};

const fixedHosts: readonly string[] = [
  'console.truelayer.com',
  'docs.truelayer.com',
  'auth.truelayer.com',
  'auth.truelayer-sandbox.com',
];

/**
 * Whether main may hand an address to the system, which would run whatever is registered for its scheme: https only,
 * to one of our hosts or to the auth host of the connection being made. `authUrl`: its origin. An auth host on
 * loopback (the demo bank, somebody's own server) may be plain http: nothing leaves the machine.
 */
export function mayOpenExternally(text: string, authUrl: string | null): boolean {
  const url = URL.parse(text);
  if (url === null || url.username !== '' || url.password !== '') return false;
  const auth = authUrl === null ? null : URL.parse(authUrl);
  if (url.protocol === 'https:') {
    return (fixedHosts.includes(url.hostname) && url.port === '') || url.origin === auth?.origin;
  }
  return url.protocol === 'http:' && url.origin === auth?.origin && isLoopback(url.hostname);
}

const isLoopback = (hostname: string): boolean =>
  hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]';
