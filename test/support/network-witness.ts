import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** A server on loopback that only remembers who came. */
export interface NetworkWitness {
  readonly httpUrl: string;
  readonly wsUrl: string;
  /** The paths asked for, WebSockets included, in order. */
  readonly paths: () => readonly string[];
  /** Resolves when `path` has been asked for. */
  readonly until: (path: string) => Promise<void>;
  readonly forget: () => void;
  readonly close: () => Promise<void>;
}

/** Starts it. Who starts closes. */
export async function startNetworkWitness(): Promise<NetworkWitness> {
  const seen: string[] = [];
  const waiting = new Map<string, () => void>();
  const note = (path: string): void => {
    seen.push(path);
    waiting.get(path)?.();
  };
  const server = createServer((request, response) => {
    note(request.url ?? '');
    response
      .writeHead(200, { 'content-type': 'text/html', 'access-control-allow-origin': '*' })
      .end('<p>witness</p>');
  });
  server.on('upgrade', (request, socket) => {
    note(request.url ?? '');
    const key = `${request.headers['sec-websocket-key'] ?? ''}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`;
    const accept = createHash('sha1').update(key).digest('base64');
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
    );
    socket.on('error', () => socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => void sockets.add(socket));
  const { port } = server.address() as AddressInfo;
  return {
    httpUrl: `http://127.0.0.1:${port}`,
    wsUrl: `ws://127.0.0.1:${port}`,
    paths: () => [...seen],
    until: (path) =>
      seen.includes(path) ? Promise.resolve() : new Promise((resolve) => waiting.set(path, resolve)),
    forget: () => {
      seen.length = 0;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
