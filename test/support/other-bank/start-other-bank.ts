import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * A second TrueLayer-compatible server with habits of its own, sharing no line with the demo bank: one port for both
 * hosts, bodies without `status`, no `/me`, no cards, short ids, two timestamp forms, no normalised ids, `null`s.
 * What syncs from both does not lean on either.
 */
export interface OtherBank {
  readonly url: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Data paths in order of arrival, with their queries. */
  readonly asked: readonly string[];
  /** Names of the headers that came with data calls. */
  readonly headers: ReadonlySet<string>;
  readonly close: () => Promise<void>;
}

const clientId = 'someone-elses-client';
const clientSecret = 'the other secret';
const day = (back: number): string => new Date(Date.now() - back * 86_400_000).toISOString().slice(0, 10);

/** Rows of its one account, newest first: two twins among them. */
const rows = [
  {
    timestamp: `${day(1)}T00:00:00`,
    description: 'COFFEE',
    amount: -3,
    transaction_type: 'DEBIT',
    currency: 'GBP',
  },
  {
    timestamp: `${day(1)}T00:00:00`,
    description: 'COFFEE',
    amount: -3,
    transaction_type: 'DEBIT',
    currency: 'GBP',
  },
  {
    timestamp: `${day(20)}T09:30:00.1+00:00`,
    description: 'WAGES',
    amount: 1500.5,
    transaction_type: 'CREDIT',
    currency: 'GBP',
  },
  {
    timestamp: `${day(200)}T12:00:00Z`,
    description: 'OLD RENT',
    amount: -900,
    transaction_type: 'DEBIT',
    currency: 'GBP',
  },
].map((row, index) => ({
  ...row,
  transaction_id: `t${index}`,
  transaction_category: 'OTHER',
  merchant_name: null,
  meta: null,
}));

/** Starts it on a free port of 127.0.0.1. `nameless`: it lists another account, of this name, whose id is `null`. */
export async function startOtherBank({ nameless }: { readonly nameless?: string } = {}): Promise<OtherBank> {
  const asked: string[] = [];
  const headers = new Set<string>();
  let challenge = '';
  const server = createServer((request, response) => {
    void answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (url.pathname === '/') {
      challenge = url.searchParams.get('code_challenge') ?? '';
      const back = new URL(url.searchParams.get('redirect_uri') ?? '');
      back.searchParams.set('code', 'one-code');
      back.searchParams.set('state', url.searchParams.get('state') ?? '');
      response.writeHead(303, { location: back.href }).end();
    } else if (url.pathname === '/connect/token') {
      const form = new URLSearchParams(await textOf(request));
      const proven =
        createHash('sha256')
          .update(form.get('code_verifier') ?? '')
          .digest('base64url') === challenge;
      const good = proven && form.get('client_secret') === clientSecret && form.get('code') === 'one-code';
      send(
        response,
        good ? 200 : 400,
        good
          ? { access_token: 'at', expires_in: 600, token_type: 'bearer', refresh_token: 'rt' }
          : { error: 'invalid_grant' },
      );
    } else {
      asked.push(`${url.pathname}${url.search}`);
      for (const name of Object.keys(request.headers)) headers.add(name);
      if (request.headers.authorization !== 'Bearer at')
        return send(response, 401, { error: 'invalid_token' });
      sendData(response, url, nameless);
    }
  }
  return {
    url: `http://127.0.0.1:${port}`,
    clientId,
    clientSecret,
    asked,
    headers,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function sendData(response: ServerResponse, url: URL, nameless?: string): void {
  const account = {
    account_id: '1',
    display_name: 'Checking',
    currency: 'GBP',
    update_timestamp: day(0),
    account_number: {},
    provider: { provider_id: 'other' },
  };
  const from = url.searchParams.get('from');
  const to = url.searchParams.get('to');
  switch (url.pathname.replace('/data/v1', '')) {
    case '/accounts':
      return send(response, 200, {
        results: [
          account,
          ...(nameless === undefined ? [] : [{ ...account, account_id: null, display_name: nameless }]),
        ],
      });
    case '/cards':
      return send(response, 501, { error: 'endpoint_not_supported' });
    case '/accounts/1/balance':
      return send(response, 200, { results: [{ currency: 'GBP', current: 594.5 }] });
    case '/accounts/1/transactions/pending':
      return send(response, 200, { results: [] });
    case '/accounts/1/transactions':
      if (from === null || to === null || to > day(0))
        return send(response, 400, { error: 'invalid_date_range' });
      return send(response, 200, {
        results: rows.filter(
          ({ timestamp }) => timestamp.slice(0, 10) >= from && timestamp.slice(0, 10) <= to,
        ),
      });
    default:
      return send(response, 404, { error: 'not_found' });
  }
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const part of request) parts.push(part as Uint8Array);
  return Buffer.concat(parts).toString('utf8');
}
