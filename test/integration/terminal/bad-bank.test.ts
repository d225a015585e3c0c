import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, test, type TestContext } from 'node:test';
import { decodeFaultFile } from '../../../src-demo-bank/start-demo-bank.ts';
import type { DemoBankOptions } from '../../../src-demo-bank/demo-bank-options.ts';
import { bankAtHand, type BankAtHand } from '../../support/terminal/bank-at-hand.ts';
import { freePort } from '../../support/free-port.ts';
import { recordsOf, runPassbook, startPassbook } from '../../support/terminal/run-passbook.ts';

const small = { accounts: 2, cards: 0, transactions: 10, pending: 0, days: 30 } as const;

async function open(t: TestContext, options: DemoBankOptions = small): Promise<BankAtHand> {
  const at = await bankAtHand(options);
  t.after(at.close);
  return at;
}

const faults = (...all: readonly object[]): Pick<DemoBankOptions, 'faults'> => {
  const decoded = decodeFaultFile({ faults: all });
  assert.ok(decoded.ok, decoded.ok ? '' : decoded.problem);
  return { faults: decoded.value };
};

/** A server that answers everything with a web page, as a captive portal or a mistyped address does. */
async function pageServer(t: TestContext): Promise<string> {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html').end('<html><body>Welcome!</body></html>');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return `http://127.0.0.1:${String(port)}`;
}

/** The last object of `--json`, which is an error; and the same sentence on stderr, with no stack. */
function errorOf({ out, err }: { readonly out: string; readonly err: string }) {
  const error = recordsOf(out).at(-1) ?? {};
  assert.equal(error['type'], 'error', out);
  assert.ok(err.includes(String(error['message'])));
  assert.doesNotMatch(err, /^\s+at /m);
  return error;
}

describe('connecting fails with a sentence and the right exit code', () => {
  test('a wrong client secret', async (t) => {
    const at = await open(t);
    const env = { PASSBOOK_CLIENT_SECRET: 'not-the-secret' };
    const passbook = startPassbook(at.connectArgs('--json'), { home: at.home, env });
    const { url } = await passbook.record('link');
    await fetch(String(url));
    const end = await passbook.ended;
    assert.equal(end.code, 1);
    assert.equal(errorOf(end)['kind'], 'wrong-client-secret');
    assert.ok(!(end.out + end.err).includes('not-the-secret'));
  });

  test('a redirect port that is taken', async (t) => {
    const at = await open(t);
    const squatter = createServer().listen(Number(new URL(at.redirectUri).port), '127.0.0.1');
    await once(squatter, 'listening');
    t.after(() => squatter.close());
    const env = { PASSBOOK_CLIENT_SECRET: at.bank.clientSecret };
    const end = await runPassbook(at.connectArgs('--json'), { home: at.home, env });
    assert.equal(end.code, 1);
    assert.equal(errorOf(end)['kind'], 'redirect-port-taken');
  });

  test('a redirect address that is not of this machine', async (t) => {
    const at = await open(t);
    const env = { PASSBOOK_CLIENT_SECRET: at.bank.clientSecret };
    const args = at.connectArgs('--json', '--redirect-uri', 'https://example.org/callback');
    const end = await runPassbook(args, { home: at.home, env });
    assert.equal(end.code, 2);
    assert.equal(errorOf(end)['kind'], 'redirect-uri-unusable');
  });

  test('a consent that was denied', async (t) => {
    const at = await open(t);
    const env = { PASSBOOK_CLIENT_SECRET: at.bank.clientSecret };
    const passbook = startPassbook(at.connectArgs('--json'), { home: at.home, env });
    const { url } = await passbook.record('link');
    const state = new URL(String(url)).searchParams.get('state') ?? '';
    await fetch(`${at.redirectUri}?error=access_denied&state=${encodeURIComponent(state)}`);
    const end = await passbook.ended;
    assert.equal(end.code, 1);
    assert.equal(errorOf(end)['kind'], 'consent-denied');
  });

  test('an auth server that is not there', async (t) => {
    const at = await open(t);
    const gone = `http://127.0.0.1:${String(await freePort())}`;
    const env = { PASSBOOK_CLIENT_SECRET: at.bank.clientSecret };
    const end = await startPassbook(at.connectArgs('--json', '--auth-url', gone), { home: at.home, env })
      .ended;
    assert.equal(end.code, 1);
    assert.equal(errorOf(end)['kind'], 'unreachable');
    assert.ok(!end.out.includes('"link"'), 'nobody is sent to a host that is not there');
  });

  test('a web page where tokens should be', async (t) => {
    const at = await open(t);
    const env = { PASSBOOK_CLIENT_SECRET: at.bank.clientSecret };
    const args = at.connectArgs('--json', '--paste', '--auth-url', await pageServer(t));
    const passbook = startPassbook(args, { home: at.home, env });
    await passbook.record('link');
    passbook.write('a-code\n');
    const end = await passbook.ended;
    assert.equal(end.code, 1);
    assert.equal(errorOf(end)['kind'], 'bad-answer');
    assert.ok(!(end.out + end.err).includes('Welcome'));
  });
});

describe('the first sync fails with a sentence and the right exit code', () => {
  const anHour = { seconds: 3600 };
  const cases: readonly {
    readonly what: string;
    readonly faults: readonly object[];
    readonly code: number;
    readonly kinds: readonly (string | undefined)[];
  }[] = [
    {
      what: 'a web page where one account’s rows should be: the other one finishes',
      faults: [{ kind: 'html', endpoint: 'transactions', accountIndex: 0, status: 200 }],
      code: 3,
      kinds: ['bad-answer', undefined],
    },
    {
      what: 'a rate limit with a long pause for every account',
      faults: [
        {
          kind: 'error',
          error: 'provider_too_many_requests',
          endpoint: 'transactions',
          retryAfter: anHour,
        },
      ],
      code: 5,
      kinds: ['rate-limited', 'rate-limited'],
    },
    {
      what: 'no more requests today for one account: the other one finishes',
      faults: [
        {
          kind: 'error',
          error: 'provider_request_limit_exceeded',
          endpoint: 'transactions',
          accountIndex: 1,
        },
      ],
      code: 5,
      kinds: [undefined, 'daily-limit'],
    },
    {
      what: 'accounts the bank denies after the consent',
      faults: [{ kind: 'error', error: 'access_denied', endpoint: 'transactions' }],
      code: 4,
      kinds: ['access-denied', 'access-denied'],
    },
  ];
  for (const { what, faults: asked, code, kinds } of cases) {
    test(what, async (t) => {
      const at = await open(t, { ...small, ...faults(...asked) });
      const end = await (await at.connect()).ended;
      const summary = recordsOf(end.out).at(-1) ?? {};
      const accounts = summary['accounts'] as readonly Readonly<Record<string, unknown>>[];
      assert.deepEqual(
        accounts.map((account) => account['failureKind']),
        kinds,
        JSON.stringify(accounts),
      );
      assert.equal(end.code, code, JSON.stringify(summary));
      for (const account of accounts) {
        if (account['failureKind'] !== undefined) assert.match(String(account['reason']), /\.$/);
      }
    });
  }

  test('an API that is not there', async (t) => {
    const at = await open(t);
    const gone = `http://127.0.0.1:${String(await freePort())}`;
    const end = await (await at.connect('--api-url', gone)).ended;
    assert.equal(end.code, 1);
    assert.match(JSON.stringify(recordsOf(end.out).at(-1)), /No connection to 127\.0\.0\.1/);
  });
});
