import { EventEmitter } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import type { CDPSession } from 'playwright';

/** A DevTools session: of the browser, of a page, or of a frame or worker with a process of its own. */
export interface CdpSession {
  readonly send: CDPSession['send'];
  readonly on: CDPSession['on'];
}

/** A browser's DevTools pipe with the sessions on it. */
export interface CdpConnection {
  readonly browser: CdpSession;
  readonly session: (sessionId: string) => CdpSession;
  /** The pipe has ended: the browser is gone. */
  readonly whenClosed: Promise<void>;
}

interface Message {
  readonly id?: number;
  readonly sessionId?: string;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

interface Waiter {
  readonly method: string;
  readonly resolve: (result: unknown) => void;
  readonly reject: (reason: Error) => void;
}

/** Speaks the DevTools protocol over `--remote-debugging-pipe`: JSON texts, each ended by a NUL. */
export function connectPipe(input: Writable, output: Readable): CdpConnection {
  const waiters = new Map<number, Waiter>();
  const emitters = new Map<string, EventEmitter>();
  const sessions = new Map<string, CdpSession>();
  let lastId = 0;
  let closed = false;

  function receive(message: Message): void {
    if (message.id === undefined) {
      if (message.method !== undefined)
        emitters.get(message.sessionId ?? '')?.emit(message.method, message.params);
      return;
    }
    const waiter = waiters.get(message.id);
    waiters.delete(message.id);
    if (message.error === undefined) waiter?.resolve(message.result);
    else waiter?.reject(new Error(`${waiter.method}: ${message.error.message}`));
  }

  const session = (sessionId: string): CdpSession => {
    const known = sessions.get(sessionId);
    if (known !== undefined) return known;
    const emitter = new EventEmitter().setMaxListeners(0);
    emitters.set(sessionId, emitter);
    const made = {
      send: (method: string, params: object = {}) =>
        new Promise<unknown>((resolve, reject) => {
          if (closed) return reject(new Error(`${method}: the browser is gone`));
          const id = ++lastId;
          waiters.set(id, { method, resolve, reject });
          const to = sessionId === '' ? {} : { sessionId };
          input.write(`${JSON.stringify({ id, method, params, ...to })}\0`);
        }),
      on: (name: string, listener: (params: unknown) => void) => emitter.on(name, listener),
    } as unknown as CdpSession;
    sessions.set(sessionId, made);
    return made;
  };

  const whenClosed = new Promise<void>((resolve) => {
    output.on('close', () => {
      closed = true;
      for (const { method, reject } of waiters.values()) reject(new Error(`${method}: the browser is gone`));
      waiters.clear();
      resolve();
    });
  });
  input.on('error', () => undefined);
  splitAtNul(output, (text) => receive(JSON.parse(text) as Message));
  return { browser: session(''), session, whenClosed };
}

function splitAtNul(output: Readable, take: (text: string) => void): void {
  let parts: Buffer[] = [];
  output.on('data', (chunk: Buffer) => {
    let rest = chunk;
    for (let end = rest.indexOf(0); end !== -1; end = rest.indexOf(0)) {
      parts.push(rest.subarray(0, end));
      const text = Buffer.concat(parts).toString('utf8');
      parts = [];
      rest = rest.subarray(end + 1);
      take(text);
    }
    if (rest.length > 0) parts.push(rest);
  });
}
