import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';

/** Loopback only: the bank is a demonstration and its data must not look like a service to others. */
const loopback = '127.0.0.1';
/** Longer than any client's pool keeps a socket, so the bank never closes one that is just being reused. */
const keepAliveMs = 120_000;

/** A server that listens. */
export interface Listening {
  readonly port: number;
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  /** Breaks open connections: nothing is waited for. */
  readonly close: () => Promise<void>;
}

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Listens on loopback. Rejects with Node's error when the port is taken. `port` 0: any. */
export async function listen(port: number, handler: Handler): Promise<Listening> {
  const server = createServer({ keepAliveTimeout: keepAliveMs }, (request, response) => {
    // A broken promise here is a bug in the bank: answer 500 without details and tell the terminal.
    handler(request, response).catch((error: unknown) => {
      process.stderr.write(`The demo bank failed: ${String(error)}\n`);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  const actual = await new Promise<number>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, loopback, () => resolve(portOf(server)));
  });
  return { port: actual, url: `http://${loopback}:${String(actual)}`, close: () => closeServer(server) };
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('A TCP server has a port');
  return address.port;
}

async function closeServer(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
