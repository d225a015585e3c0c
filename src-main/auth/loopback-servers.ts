import { createServer, type RequestListener, type Server } from 'node:http';
import { failed, succeeded, type Result } from '#shared/result.ts';
import type { LoopbackAddress } from './loopback-address.ts';

/** Listeners on every address of a redirect URI. */
export interface LoopbackServers {
  /** Ends open connections too: browsers open some in advance and keep them. */
  close(): Promise<void>;
}

/** The machine has no such address (no IPv6), which is fine while another one works. */
const noSuchAddress = new Set(['EADDRNOTAVAIL', 'EAFNOSUPPORT', 'EINVAL']);

/** A browser sends its request at once; whoever does not only holds a socket open. */
const requestTimeoutMs = 10_000;

/**
 * Listens on all addresses or on none. One that belongs to another program is a failure even when the other is
 * free: the browser might bring the code to that program.
 */
export async function openLoopbackServers(
  address: LoopbackAddress,
  redirectUri: string,
  onRequest: RequestListener,
): Promise<Result<LoopbackServers>> {
  const servers: Server[] = [];
  const close = async (): Promise<void> => {
    await Promise.all(servers.map(closeServer));
  };
  for (const host of address.hosts) {
    const server = createServer(
      {
        requestTimeout: requestTimeoutMs,
        headersTimeout: requestTimeoutMs,
        connectionsCheckingInterval: 1_000,
      },
      onRequest,
    );
    server.maxConnections = 32;
    const code = await listen(server, host, address.port);
    if (code === null) servers.push(server);
    else if (!noSuchAddress.has(code)) {
      await close();
      if (code === 'EADDRINUSE') return failed({ kind: 'redirect-port-taken', port: address.port });
      return failed({ kind: 'redirect-uri-unusable', redirectUri });
    }
  }
  if (servers.length === 0) return failed({ kind: 'redirect-uri-unusable', redirectUri });
  return succeeded({ close });
}

/** @returns the code of the error, `null` when it listens. */
function listen(server: Server, host: string, port: number): Promise<string | null> {
  return new Promise((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'unknown'));
    server.listen({ host, port, ipv6Only: true, exclusive: true }, () => resolve(null));
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
