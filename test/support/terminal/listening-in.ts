import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An auth host that passes everything on to a real one and writes down every secret that goes by. */
export interface ListeningIn {
  readonly authUrl: string;
  /** Codes, verifiers, access and refresh tokens seen so far. */
  readonly secrets: () => readonly string[];
  readonly close: () => void;
}

const secretFields = ['code', 'code_verifier', 'refresh_token', 'access_token'] as const;

/** @param authUrl the auth host behind it */
export async function listenIn(authUrl: string): Promise<ListeningIn> {
  const secrets = new Set<string>();
  const note = (values: { readonly get: (name: string) => unknown }): void => {
    for (const field of secretFields) {
      const value = values.get(field);
      if (typeof value === 'string') secrets.add(value);
    }
  };

  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await textOf(request);
    note(new URLSearchParams(body));
    const answer = await fetch(`${authUrl}${request.url ?? '/'}`, {
      method: request.method ?? 'GET',
      redirect: 'manual',
      headers: { 'content-type': request.headers['content-type'] ?? 'text/plain' },
      ...(body === '' ? {} : { body }),
    });
    const location = answer.headers.get('location');
    if (location !== null) note(new URL(location).searchParams);
    const text = await answer.text();
    if (text.startsWith('{')) note(new Map(Object.entries(JSON.parse(text) as Record<string, unknown>)));
    response.writeHead(answer.status, {
      'content-type': answer.headers.get('content-type') ?? 'text/plain',
      ...(location === null ? {} : { location }),
    });
    response.end(text);
  }

  const server = createServer((request, response) => {
    // A bank that breaks the connection breaks ours.
    pass(request, response).catch(() => response.destroy());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    authUrl: `http://127.0.0.1:${String(port)}`,
    secrets: () => [...secrets],
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}
