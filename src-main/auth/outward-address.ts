import { createSocket } from 'node:dgram';
import { isIPv6 } from 'node:net';

/** A name that does not resolve by then leaves the header out; no sync waits for it. */
const patienceMs = 3_000;

/**
 * The address this machine uses towards `host`, for `X-PSU-IP` when the user has set none: the one address known
 * without asking a stranger on the internet. Behind a router it is a private one. Connecting a UDP socket only
 * chooses a route; no packet is sent.
 *
 * @returns `null` when there is no route, or the name does not resolve.
 */
export async function outwardAddress(host: string, port: number): Promise<string | null> {
  const bare = host.replace(/^\[(.*)\]$/, '$1');
  const families = isIPv6(bare) ? (['udp6'] as const) : (['udp4', 'udp6'] as const);
  for (const family of families) {
    const address = await routeAddress(family, bare, port);
    if (address !== null) return address;
  }
  return null;
}

function routeAddress(family: 'udp4' | 'udp6', host: string, port: number): Promise<string | null> {
  return new Promise((resolve) => {
    const socket = createSocket(family);
    const end = (address: string | null): void => {
      clearTimeout(timer);
      socket.removeAllListeners().on('error', () => {});
      socket.close();
      resolve(address);
    };
    const timer = setTimeout(() => end(null), patienceMs);
    socket.once('error', () => end(null));
    socket.once('connect', () => end(socket.address().address));
    socket.connect(port, host);
  });
}
