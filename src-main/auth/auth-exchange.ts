import { failureDetail } from '#shared/failure-detail.ts';
import type { Failure } from '#shared/failure.ts';
import { failed, succeeded, type Result } from '#shared/result.ts';

/** The network as an argument: the platform's own `fetch`, or a test's. */
export type Fetch = typeof globalThis.fetch;

/** One question to the auth host. `form` goes out as `application/x-www-form-urlencoded`, `json` as JSON; one of them. */
export interface AuthQuestion {
  readonly method: 'POST' | 'DELETE';
  readonly url: string;
  readonly form?: Readonly<Record<string, string>>;
  readonly json?: Readonly<Record<string, string>>;
  readonly bearer?: string;
  readonly timeoutMs?: number;
}

/** A whole answer, of whatever status. */
export interface AuthAnswer {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly text: string;
}

/** Two of these and some air fit into the time another process waits for the refresh lock. */
const defaultTimeoutMs = 20_000;
/** The largest honest answer is a token set, some 4 kB. */
const maxBodyBytes = 64 * 1024;

/**
 * Asks once, retries nothing: a token request is not safe to repeat (facts, 1.8). Redirects are refused, since a
 * 307 would send the client secret on to another host. The time-out is of the real network, not of the clock that
 * `--now` moves. A failure names the host and an error code, never a message: those may quote what was sent.
 */
export async function askAuthHost(fetch: Fetch, question: AuthQuestion): Promise<Result<AuthAnswer>> {
  const signal = AbortSignal.timeout(question.timeoutMs ?? defaultTimeoutMs);
  try {
    const response = await fetch(question.url, {
      method: question.method,
      redirect: 'error',
      signal,
      headers: {
        accept: 'application/json',
        ...(question.json === undefined ? {} : { 'content-type': 'application/json' }),
        ...(question.bearer === undefined ? {} : { authorization: `Bearer ${question.bearer}` }),
      },
      ...(question.form === undefined ? {} : { body: new URLSearchParams(question.form) }),
      ...(question.json === undefined ? {} : { body: JSON.stringify(question.json) }),
    });
    const text = await readBounded(response);
    if (text === null) return failed({ kind: 'answer-too-large', bytes: maxBodyBytes });
    return succeeded({ status: response.status, retryAfter: response.headers.get('retry-after'), text });
  } catch (error) {
    return failed(exchangeFailure(error, new URL(question.url).host));
  }
}

async function readBounded(response: Response): Promise<string | null> {
  const body: ReadableStream<Uint8Array> | null = response.body;
  const parts: Uint8Array[] = [];
  let bytes = 0;
  // Leaving the loop early cancels the body, which closes the connection.
  for await (const part of body ?? []) {
    bytes += part.byteLength;
    if (bytes > maxBodyBytes) return null;
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function exchangeFailure(error: unknown, host: string): Failure {
  if (error instanceof Error && error.name === 'TimeoutError') return { kind: 'bank-timeout' };
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  // What fetch says of `redirect: 'error'` (undici, lib/web/fetch); there is no code to go by.
  if (cause instanceof Error && cause.message === 'unexpected redirect') {
    return { kind: 'bad-answer', host, detail: failureDetail('redirected') };
  }
  return { kind: 'unreachable', host, cause: errorCode(cause) };
}

function errorCode(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  if (error instanceof AggregateError && error.errors.length > 0) return errorCode(error.errors[0]);
  return error instanceof Error ? error.name : 'unknown';
}
