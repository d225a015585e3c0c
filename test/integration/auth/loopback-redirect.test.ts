import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { loopbackAddress } from '../../../src-main/auth/loopback-address.ts';
import { openLoopbackRedirect, type LoopbackRedirect } from '../../../src-main/auth/loopback-redirect.ts';
import { freePort } from '../../support/free-port.ts';
import { rawRequest } from '../../support/raw-request.ts';

const state = 'STATE-SECRET-0123456789';
let port = 0;
let redirect: LoopbackRedirect;

const open = async (redirectUri: string) => {
  const address = loopbackAddress(redirectUri);
  assert.ok(address !== null);
  return openLoopbackRedirect(address, { redirectUri, state, authHost: 'auth.bank.test' });
};

beforeEach(async () => {
  port = await freePort();
  const opened = await open(`http://localhost:${String(port)}/callback`);
  assert.ok(opened.ok, JSON.stringify(opened));
  redirect = opened.value;
});
afterEach(() => redirect.close());

const get = (target: string, host = `localhost:${String(port)}`): Promise<{ status: number; text: string }> =>
  rawRequest('127.0.0.1', port, `GET ${target} HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
const good = `/callback?code=CODE-SECRET&state=${state}`;
const post = (headers: string, body: string) => (): Promise<{ status: number; text: string }> =>
  rawRequest(
    '127.0.0.1',
    port,
    `POST /callback HTTP/1.1\r\nHost: localhost:${String(port)}\r\nContent-Length: ${String(body.length)}\r\n${headers}\r\n${body}`,
  );
const formType = 'Content-Type: application/x-www-form-urlencoded\r\n';

describe('requests that are not the bank’s answer are turned away, and the wait goes on', () => {
  const hostile: readonly [
    what: string,
    send: () => Promise<{ status: number; text: string }>,
    status: number,
  ][] = [
    ['another path', () => get(`/other?code=C&state=${state}`), 404],
    ['a path below', () => get(`/callback/x?code=C&state=${state}`), 404],
    ['the path in other spelling', () => get(`/%63allback?code=C&state=${state}`), 404],
    ['the favicon', () => get('/favicon.ico'), 404],
    ['a proxy request', () => get(`http://evil.test${good}`), 404],
    ['another Host: a name rebound to this machine', () => get(good, `evil.test:${String(port)}`), 403],
    ['the Host without the port', () => get(good, 'localhost'), 403],
    ['the Host by number', () => get(good, `127.0.0.1:${String(port)}`), 403],
    ['no Host at all', () => rawRequest('127.0.0.1', port, `GET ${good} HTTP/1.1\r\n\r\n`), 400],
    ['a wrong state', () => get('/callback?code=C&state=wrong'), 400],
    ['a state of the right length', () => get(`/callback?code=C&state=${'x'.repeat(state.length)}`), 400],
    ['no state', () => get('/callback?code=C'), 400],
    ['two states', () => get(`/callback?code=C&state=${state}&state=${state}`), 400],
    ['a refusal without the state', () => get('/callback?error=access_denied'), 400],
    [
      'DELETE',
      () =>
        rawRequest('127.0.0.1', port, `DELETE ${good} HTTP/1.1\r\nHost: localhost:${String(port)}\r\n\r\n`),
      405,
    ],
    [
      'HEAD',
      () => rawRequest('127.0.0.1', port, `HEAD ${good} HTTP/1.1\r\nHost: localhost:${String(port)}\r\n\r\n`),
      405,
    ],
    ['a form that is JSON', post('Content-Type: application/json\r\n', '{"code":"C"}'), 415],
    ['a form too large', post(formType, `state=${state}&code=${'x'.repeat(20_000)}`), 413],
    ['a query too large', () => get(`/callback?state=${state}&code=${'x'.repeat(20_000)}`), 431],
    ['no HTTP', () => rawRequest('127.0.0.1', port, 'hello\r\n\r\n'), 400],
  ];
  for (const [what, send, status] of hostile) {
    test(`${what}: ${String(status)}`, async () => {
      const refused = await send();
      assert.equal(refused.status, status);
      assert.doesNotMatch(refused.text, /SECRET/);
      assert.equal((await get(good)).status, 200);
      assert.deepEqual(await redirect.code, { ok: true, value: 'CODE-SECRET' });
    });
  }
});

describe('the bank’s answer', () => {
  test('is shown as a page that says so, keeps nothing and runs nothing', async () => {
    const { text } = await get(good);
    assert.match(text, /You can close this window/);
    assert.match(text, /referrer-policy: no-referrer/i);
    assert.match(text, /content-security-policy: default-src 'none'/i);
    assert.match(text, /cache-control: no-store/i);
    assert.match(text, /connection: close/i);
    assert.doesNotMatch(text, /SECRET|<script/);
  });

  test('may come as a form', async () => {
    assert.equal((await post(formType, `code=CODE-SECRET&state=${state}`)()).status, 200);
    assert.deepEqual(await redirect.code, { ok: true, value: 'CODE-SECRET' });
  });

  test('may come over IPv6, since browsers differ in what localhost is', async (context) => {
    const bytes = `GET ${good} HTTP/1.1\r\nHost: localhost:${String(port)}\r\n\r\n`;
    const answered = await rawRequest('::1', port, bytes);
    if (answered.status === 0)
      return context.skip('This machine has no IPv6 loopback, so only IPv4 was tried.');
    assert.equal(answered.status, 200);
  });

  test('counts once: the second is told so and changes nothing', async () => {
    const [first, second] = await Promise.all([get(good), get(good.replace('CODE', 'OTHER-CODE'))]);
    assert.deepEqual(
      [first.status, second.status].toSorted((a, b) => a - b),
      [200, 410],
    );
    assert.deepEqual(await redirect.code, {
      ok: true,
      value: first.status === 200 ? 'CODE-SECRET' : 'OTHER-CODE-SECRET',
    });
  });

  const endings: readonly [what: string, query: string, kind: string][] = [
    ['access_denied', `error=access_denied&state=${state}`, 'consent-denied'],
    ['access_denied beside a code', `code=C&error=access_denied&state=${state}`, 'consent-denied'],
    ['a server error', `error=server_error&state=${state}`, 'auth-server-refused'],
    ['no code', `state=${state}`, 'bad-answer'],
    ['an empty code', `code=&state=${state}`, 'bad-answer'],
    ['two codes', `code=A-SECRET&code=B-SECRET&state=${state}`, 'bad-answer'],
    ['a code with a line break', `code=A%0d%0aX-SECRET&state=${state}`, 'bad-answer'],
  ];
  for (const [what, query, kind] of endings) {
    test(`with ${what} ends as ${kind}`, async () => {
      assert.equal((await get(`/callback?${query}`)).status, 200);
      const result = await redirect.code;
      assert.equal(result.ok ? 'ok' : result.failure.kind, kind);
      assert.doesNotMatch(JSON.stringify(result), /SECRET/);
    });
  }
});

describe('the port', () => {
  for (const host of ['127.0.0.1', '::1']) {
    test(`taken on ${host} is a failure, though the other may be free`, async (context) => {
      const other = createServer();
      const taken = await freePort();
      const listening = await new Promise<boolean>((resolve) => {
        other.once('error', () => resolve(false));
        other.listen({ host, port: taken, ipv6Only: true }, () => resolve(true));
      });
      if (!listening) return context.skip('This machine has no IPv6 loopback, so only IPv4 was tried.');
      const opened = await open(`http://localhost:${String(taken)}/callback`);
      assert.deepEqual(opened, { ok: false, failure: { kind: 'redirect-port-taken', port: taken } });
      await new Promise((resolve) => other.close(resolve));
    });
  }

  test('is free again after closing, even while a browser holds a connection open', async () => {
    const idle = rawRequest('127.0.0.1', port, '');
    await get(good);
    await redirect.close();
    assert.equal((await idle).status, 0);
    const again = await open(`http://localhost:${String(port)}/callback`);
    assert.ok(again.ok);
    await again.value.close();
  });
});
