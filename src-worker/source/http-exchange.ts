import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';
import { Agent, request } from 'undici';
import type { Exchange, SendOnce } from './exchange.ts';

/** A sandbox body of 437 rows has some 300 kB; this is room for a hundred thousand rows in one window. */
const maxBodyBytes = 64 * 1024 * 1024;
/** TrueLayer itself gives up on a bank after about a minute (504 `provider_timeout`). */
const headersTimeoutMs = 90_000;
/** Longest silence between two pieces of a body. */
const bodyTimeoutMs = 60_000;

const decoders: Readonly<Record<string, (body: Uint8Array) => Promise<Uint8Array>>> = {
  gzip: (body) => promisify(gunzip)(body, { maxOutputLength: maxBodyBytes }),
  deflate: (body) => promisify(inflate)(body, { maxOutputLength: maxBodyBytes }),
  br: (body) => promisify(brotliDecompress)(body, { maxOutputLength: maxBodyBytes }),
};

/**
 * The network, one GET at a time, over this thread's own keep-alive connections. Redirects are not followed:
 * the bearer token belongs to the host it was asked for. Nothing is retried here (design, section 5: one layer).
 *
 * @param nowMs a monotonic clock in milliseconds, for durations only.
 */
export function openHttp(nowMs: () => number): {
  readonly send: SendOnce;
  readonly close: () => Promise<void>;
} {
  const agent = new Agent({ headersTimeout: headersTimeoutMs, bodyTimeout: bodyTimeoutMs, connections: 2 });
  return {
    send: async (url, headers) => {
      const startedMs = nowMs();
      const ms = (): number => nowMs() - startedMs;
      try {
        const answer = await request(url, {
          dispatcher: agent,
          headers: { accept: 'application/json', 'accept-encoding': 'gzip, deflate, br', ...headers },
        });
        const wire = await readBounded(answer.body);
        if (wire === null) return { kind: 'too-large', bytes: maxBodyBytes, ms: ms() };
        const decode = decoders[headerText(answer.headers['content-encoding']) ?? ''];
        return {
          kind: 'answer',
          status: answer.statusCode,
          retryAfter: headerText(answer.headers['retry-after']),
          body: decode === undefined ? wire : await decode(wire),
          bytes: wire.byteLength,
          ms: ms(),
        };
      } catch (error) {
        return brokenExchange(error, ms());
      }
    },
    close: () => agent.close(),
  };
}

async function readBounded(
  body: AsyncIterable<Uint8Array> & { destroy(): unknown },
): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of body) {
    bytes += part.byteLength;
    if (bytes > maxBodyBytes) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

const headerText = (value: string | string[] | undefined): string | null =>
  (Array.isArray(value) ? value[0] : value) ?? null;

function brokenExchange(error: unknown, ms: number): Exchange {
  const code = errorCode(error);
  if (code === 'ERR_BUFFER_TOO_LARGE') return { kind: 'too-large', bytes: maxBodyBytes, ms };
  const timedOut =
    code === 'UND_ERR_HEADERS_TIMEOUT' ||
    code === 'UND_ERR_BODY_TIMEOUT' ||
    code === 'UND_ERR_CONNECT_TIMEOUT';
  return { kind: 'no-answer', cause: timedOut ? 'timeout' : 'network', detail: code, ms };
}

/** The code only (`ECONNREFUSED`): an error's message may quote a URL. */
function errorCode(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return errorCode(error.errors[0]);
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return error instanceof Error ? error.name : 'unknown';
}
