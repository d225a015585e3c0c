import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/** How one request is answered instead of the usual way. */
export type ScriptedAnswer =
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly body: string;
      readonly headers?: Record<string, string>;
    }
  /** The request takes effect, the answer never arrives. */
  | { readonly kind: 'lost' }
  /** The request takes effect; the connection stays open, silent. */
  | { readonly kind: 'silent' };

/** A small OAuth server whose next answers can be scripted; otherwise it rotates like the real one. */
export interface FakeAuthServer {
  readonly authUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Answers for the next token requests, first in first out. */
  readonly script: ScriptedAnswer[];
  /** Every form that reached the token endpoint. */
  readonly forms: URLSearchParams[];
  /** Bearer headers of the requests to end a consent. */
  readonly deletions: string[];
  /** Issues a refresh token as if a consent had been given. */
  readonly grant: () => string;
  /** Registers a code, to be exchanged with the verifier of this challenge. */
  readonly allowCode: (code: string, challenge: string) => void;
  readonly lastAccessToken: () => string | null;
  readonly close: () => Promise<void>;
}

/** Starts it on a free port of 127.0.0.1. Only the newest refresh token is honoured, as by TrueLayer. */
export async function startFakeAuthServer(): Promise<FakeAuthServer> {
  const clientId = 'fake-client';
  const clientSecret = 'FAKE-CLIENT-SECRET-7f3a';
  const script: ScriptedAnswer[] = [];
  const forms: URLSearchParams[] = [];
  const deletions: string[] = [];
  const codes = new Map<string, string>();
  let count = 0;
  let refreshToken: string | null = null;
  let accessToken: string | null = null;

  const grant = (): string => (refreshToken = `REFRESH-SECRET-${String(++count)}`);
  const issue = (): string => {
    accessToken = `ACCESS-SECRET-${String(++count)}`;
    return JSON.stringify({
      access_token: accessToken,
      expires_in: 3600,
      token_type: 'Bearer',
      refresh_token: grant(),
      scope: 'accounts offline_access',
    });
  };

  function usualAnswer(form: URLSearchParams): { status: number; body: string } {
    if (form.get('client_id') !== clientId || form.get('client_secret') !== clientSecret) {
      return { status: 400, body: '{"error":"invalid_client"}' };
    }
    if (form.get('grant_type') === 'refresh_token') {
      if (form.get('refresh_token') === refreshToken) return { status: 200, body: issue() };
      return { status: 400, body: '{"error":"invalid_grant"}' };
    }
    const code = form.get('code') ?? '';
    const verifier = form.get('code_verifier') ?? '';
    const challenge = createHash('sha256').update(verifier).digest('base64url');
    const known = codes.get(code) === challenge;
    codes.delete(code);
    return known ? { status: 200, body: issue() } : { status: 400, body: '{"error":"invalid_grant"}' };
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method === 'DELETE' && request.url === '/api/delete') {
      deletions.push(request.headers.authorization ?? '');
      response.writeHead(request.headers.authorization === `Bearer ${accessToken ?? ''}` ? 200 : 401).end();
      return;
    }
    const form = new URLSearchParams(Buffer.concat(await request.toArray()).toString());
    forms.push(form);
    const scripted = script.shift();
    if (scripted?.kind === 'answer') {
      response.writeHead(scripted.status, { 'content-type': 'application/json', ...scripted.headers });
      response.end(scripted.body);
      return;
    }
    const { status, body } = usualAnswer(form);
    if (scripted?.kind === 'lost') request.socket.destroy();
    else if (scripted === undefined)
      response.writeHead(status, { 'content-type': 'application/json' }).end(body);
  }

  const server = createServer((request, response) => {
    void serve(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    authUrl: `http://127.0.0.1:${String(address.port)}`,
    clientId,
    clientSecret,
    script,
    forms,
    deletions,
    grant,
    allowCode: (code, challenge) => codes.set(code, challenge),
    lastAccessToken: () => accessToken,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
