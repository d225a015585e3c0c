import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';

/** One WebSocket connection that carries texts. */
export interface TextSocket {
  readonly send: (text: string) => void;
  readonly close: () => void;
  onText: (text: string) => void;
  onClose: () => void;
}

/** The constant of RFC 6455, section 1.3. */
const acceptKey = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
const opcodes = { text: 1, close: 8, ping: 9, pong: 10 } as const;

/** A WebSocket server on loopback, as much of RFC 6455 as a DevTools client uses. Gives its port. */
export async function serveTextSockets(onConnect: (socket: TextSocket) => void): Promise<number> {
  const server = createServer((_, response) => response.writeHead(426).end());
  server.on('upgrade', (request, connection: Duplex) => {
    const accept = createHash('sha1')
      .update(`${request.headers['sec-websocket-key'] ?? ''}${acceptKey}`)
      .digest('base64');
    connection.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
    );
    onConnect(speak(connection));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  return (server.address() as AddressInfo).port;
}

function speak(connection: Duplex): TextSocket {
  const write = (opcode: number, payload: Buffer): void =>
    void connection.write(Buffer.concat([header(opcode, payload.length), payload]));
  const socket: TextSocket = {
    send: (text) => write(opcodes.text, Buffer.from(text, 'utf8')),
    close: () => connection.end(),
    onText: () => undefined,
    onClose: () => undefined,
  };
  let rest: Buffer = Buffer.alloc(0);
  let message: Buffer[] = [];
  connection.on('data', (chunk: Buffer) => {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    for (let frame = readFrame(rest); frame !== null; frame = readFrame(rest)) {
      rest = rest.subarray(frame.length);
      if (frame.opcode === opcodes.close) connection.end();
      else if (frame.opcode === opcodes.ping) write(opcodes.pong, frame.payload);
      else if (frame.opcode <= opcodes.text) {
        message.push(frame.payload);
        if (!frame.final) continue;
        const text = Buffer.concat(message).toString('utf8');
        message = [];
        socket.onText(text);
      }
    }
  });
  connection.on('error', () => connection.destroy());
  connection.on('close', () => socket.onClose());
  return socket;
}

function header(opcode: number, length: number): Buffer {
  if (length < 126) return Buffer.from([0x80 | opcode, length]);
  if (length < 65_536) return Buffer.from([0x80 | opcode, 126, length >> 8, length & 0xff]);
  const long = Buffer.alloc(10);
  long[0] = 0x80 | opcode;
  long[1] = 127;
  long.writeBigUInt64BE(BigInt(length), 2);
  return long;
}

interface Frame {
  readonly final: boolean;
  readonly opcode: number;
  readonly payload: Buffer;
  /** Of the whole frame, in bytes. */
  readonly length: number;
}

/** The first frame of `data`; `null` while it is not whole. A client always masks. */
function readFrame(data: Buffer): Frame | null {
  if (data.length < 2) return null;
  const [first = 0, second = 0] = data;
  let size = second & 0x7f;
  let at = 2;
  if (size === 126) {
    if (data.length < 4) return null;
    size = data.readUInt16BE(2);
    at = 4;
  } else if (size === 127) {
    if (data.length < 10) return null;
    size = Number(data.readBigUInt64BE(2));
    at = 10;
  }
  const masked = (second & 0x80) !== 0;
  const mask = data.subarray(at, at + 4);
  if (masked) at += 4;
  if (data.length < at + size) return null;
  const payload = Buffer.from(data.subarray(at, at + size));
  if (masked)
    for (let index = 0; index < size; index++)
      payload[index] = (payload[index] ?? 0) ^ (mask[index & 3] ?? 0);
  return { final: (first & 0x80) !== 0, opcode: first & 0x0f, payload, length: at + size };
}
