import type { Session } from 'electron';
import { isAppUrl } from './app-address.ts';

/** Nobody listens on the discard port. The app's own requests are Node's and do not pass here. */
const deadProxy = {
  mode: 'fixed_servers',
  proxyRules: 'http://127.0.0.1:9',
  proxyBypassRules: '<-loopback>',
} as const;

/**
 * Takes from every page of a session what it has no use for: the network, downloads and every permission there is.
 * Electron asks two handlers about permissions, and without them says yes to most.
 */
export function guardSession(session: Session): void {
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !mayLoad(url) }));
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  // What asks none of these handlers, such as a TURN server over TCP, ends at a proxy that is not there.
  void session.setProxy(deadProxy);
  session.on('will-download', (event) => event.preventDefault());
}

/** The page's own files; the developer tools, in a build that has them, bring their own page. */
const mayLoad = (url: string): boolean => isAppUrl(url) || url.startsWith('devtools://');
