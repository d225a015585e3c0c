import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { sessionRules } from '../session/session.ts';
import { wasApproved } from './approved-requests.ts';

/**
 * Everything the windows ask of a network passes here, loopback included. What DevTools cannot intercept (WebSockets,
 * prefetches) the app is asked about here, as `webRequest.onBeforeRequest` would; what it allows is really fetched, so
 * that an app without guards is seen to have none.
 */
export async function startForwardProxy(): Promise<string> {
  const server = createServer((incoming, outgoing) => void forward(incoming, outgoing));
  server.on('connect', (incoming, socket, head) => void tunnel(incoming.url ?? '', socket as Socket, head));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Chromium's own errands, and connections it opens ahead to hosts that only exist in the mapping. Never let out. */
const notOfThePage = /(?:^|\.)(?:invalid|google\.com|googleapis\.com|gvt1\.com|gstatic\.com)$/;

async function isAllowed(url: string, resourceType: string): Promise<boolean> {
  if (wasApproved(url)) return true;
  if (notOfThePage.test(new URL(url).hostname)) return false;
  const details = { id: 0, url, method: 'GET', resourceType, referrer: '', timestamp: Date.now() };
  const verdict = await sessionRules.beforeRequest(url, details);
  return verdict?.cancel !== true && verdict?.redirectURL === undefined;
}

async function forward(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const url = incoming.url ?? '';
  if (!URL.canParse(url) || !(await isAllowed(url, 'other'))) {
    incoming.socket.destroy();
    return;
  }
  const headers = { ...incoming.headers };
  delete headers['proxy-connection'];
  const onward = httpRequest(url, { method: incoming.method ?? 'GET', headers }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(outgoing);
  });
  // A connection that fails here must look like one that failed in the page, not like an answer of a proxy.
  onward.on('error', () => incoming.socket.destroy());
  incoming.pipe(onward);
}

/** `authority`: `host:port`. An unencrypted WebSocket shows its address in the first bytes of the tunnel. */
async function tunnel(authority: string, socket: Socket, head: Buffer): Promise<void> {
  socket.on('error', () => socket.destroy());
  if (wasApproved(`https://${authority.replace(/:443$/, '')}`)) return open(authority, socket, head);
  socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
  const first = head.length > 0 ? head : await firstBytes(socket);
  const isTls = first[0] === 0x16;
  const path = /^GET (\S+) HTTP/.exec(first.toString('latin1'))?.[1] ?? '/';
  const url = isTls
    ? `wss://${authority.replace(/:443$/, '')}/`
    : `ws://${authority.replace(/:80$/, '')}${path}`;
  if (await isAllowed(url, 'webSocket')) open(authority, socket, first, true);
  else socket.destroy();
}

const firstBytes = (socket: Socket): Promise<Buffer> =>
  new Promise((resolve) => {
    socket.once('data', (chunk: Buffer) => {
      socket.pause();
      resolve(chunk);
    });
    socket.once('close', () => resolve(Buffer.alloc(0)));
  });

function open(authority: string, socket: Socket, first: Buffer, established = false): void {
  const at = authority.lastIndexOf(':');
  const onward = connect(Number(authority.slice(at + 1)), authority.slice(0, at).replaceAll(/[[\]]/g, ''));
  onward.on('connect', () => {
    if (!established) socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
    onward.write(first);
    socket.pipe(onward).pipe(socket);
  });
  onward.on('error', () => socket.destroy());
  socket.on('close', () => onward.destroy());
}
