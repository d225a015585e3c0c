import type { IncomingMessage } from 'node:http';
import type { Incoming } from './door.ts';

/** Larger than any token request, small enough that nobody fills the bank's memory. */
const largestBody = 64 * 1024;

/** Reads a request whole. `null`: the body is too large, or the connection broke. */
export async function readIncoming(request: IncomingMessage): Promise<Incoming | null> {
  const [path = '/', ...rest] = (request.url ?? '/').split('?');
  const headers = new Map<string, string>();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  const body = await readBody(request);
  if (body === null) return null;
  const query = new URLSearchParams(rest.join('?'));
  return { method: request.method ?? 'GET', path, query, headers, body };
}

async function readBody(request: IncomingMessage): Promise<string | null> {
  const parts: Buffer[] = [];
  let size = 0;
  try {
    for await (const part of request as AsyncIterable<Buffer>) {
      size += part.length;
      if (size > largestBody) return null;
      parts.push(part);
    }
  } catch {
    return null;
  }
  return Buffer.concat(parts).toString('utf8');
}
