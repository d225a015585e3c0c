import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ServerResponse } from 'node:http';
import type { Answer } from './answer.ts';
import type { Wire } from './wire.ts';

const compress = promisify(gzip);
/** Below this the header costs more than compression saves. */
const smallestCompressed = 1400;
const slices = 8;

/** Writes an answer, as well or as badly as `wire` says. Resolves with the status sent, 0 for a cut connection. */
export async function sendAnswer(
  response: ServerResponse,
  answer: Answer,
  wire: Wire,
  options: { readonly acceptsGzip: boolean; readonly signal: AbortSignal },
): Promise<number> {
  if (wire.delayMs > 0 && !(await pause(wire.delayMs, options.signal))) return hangUp(response);
  if (wire.cut === 'before-headers') return hangUp(response);
  const text = mangled(answer.body, wire.mangle);
  let body = Buffer.from(text);
  const headers: Record<string, string> = { ...answer.headers };
  if (wire.gzip || (options.acceptsGzip && body.length >= smallestCompressed)) {
    // Level 1: on loopback time is dearer than bytes.
    body = await compress(body, { level: 1 });
    headers['content-encoding'] = 'gzip';
  }
  if (answer.status !== 204) headers['content-length'] = String(body.length);
  response.writeHead(answer.status, headers);
  if (wire.cut !== null) {
    const half = wire.cut === 'in-the-body' ? body.subarray(0, Math.floor(body.length / 2)) : Buffer.alloc(0);
    response.flushHeaders();
    await new Promise<void>((resolve) => response.write(half, () => resolve()));
    return hangUp(response);
  }
  if (wire.bodyMs > 0 && !(await dribble(response, body, wire.bodyMs, options.signal))) {
    return hangUp(response);
  }
  response.end(wire.bodyMs > 0 ? undefined : body);
  return answer.status;
}

function hangUp(response: ServerResponse): number {
  response.destroy();
  return 0;
}

function mangled(body: string, mangle: Wire['mangle']): string {
  if (mangle === 'truncate') return body.slice(0, Math.floor(body.length / 2));
  if (mangle === 'break') return body.replace(':', ':,');
  return body;
}

async function dribble(
  response: ServerResponse,
  body: Buffer,
  bodyMs: number,
  signal: AbortSignal,
): Promise<boolean> {
  const size = Math.ceil(body.length / slices);
  for (let slice = 0; slice < slices; slice += 1) {
    response.write(body.subarray(slice * size, (slice + 1) * size));
    if (!(await pause(bodyMs / slices, signal))) return false;
  }
  return true;
}

/** `false` when the bank closes or the client has gone meanwhile. */
async function pause(ms: number, signal: AbortSignal): Promise<boolean> {
  try {
    await sleep(ms, undefined, { signal });
    return true;
  } catch {
    return false;
  }
}
