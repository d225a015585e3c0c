import { connect } from 'node:net';
import type { Failure } from '#shared/failure.ts';

/** A host that takes longer may still be there: the browser will find out. */
const patienceMs = 5_000;
/** What no amount of waiting in a browser mends. */
const hopeless = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EHOSTUNREACH', 'ENETUNREACH', 'EADDRNOTAVAIL']);

/**
 * Whether the auth host can be reached at all, before anybody is sent there: otherwise the browser shows its own
 * error page and Passbook waits for minutes. Opens a connection and closes it; nothing is sent.
 *
 * @returns `unreachable`, or `null` when nothing speaks against going there.
 */
export function hostTrouble(url: string): Promise<Failure | null> {
  const { hostname, host, port, protocol } = new URL(url);
  const bare = hostname.replace(/^\[(.*)\]$/, '$1');
  return new Promise((resolve) => {
    const socket = connect({ host: bare, port: Number(port || (protocol === 'http:' ? 80 : 443)) });
    const end = (failure: Failure | null): void => {
      clearTimeout(timer);
      socket.removeAllListeners().on('error', () => {});
      socket.destroy();
      resolve(failure);
    };
    const timer = setTimeout(() => end(null), patienceMs);
    socket.once('connect', () => end(null));
    socket.once('error', (error: NodeJS.ErrnoException) => {
      const cause = codeOf(error);
      end(hopeless.has(cause) ? { kind: 'unreachable', host, cause } : null);
    });
  });
}

/** Of several addresses that were tried, the first one's code. */
function codeOf(error: NodeJS.ErrnoException): string {
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error;
  return first instanceof Error && 'code' in first && typeof first.code === 'string' ? first.code : 'unknown';
}
