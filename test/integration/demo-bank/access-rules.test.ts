import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, test } from 'node:test';
import {
  ask,
  askToken,
  connectTo,
  getCode,
  results,
  tokensFrom,
  verdict,
} from '../../support/demo-bank/bank-visitor.ts';
import { withDemoBank } from '../../support/demo-bank/with-demo-bank.ts';
import type { DemoBank } from '../../../src-demo-bank/start-demo-bank.ts';

const minuteMs = 60_000;
const dayMs = 86_400_000;

describe('the token endpoint', () => {
  const verifier = 'v'.repeat(43);
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  const pkce = { code_challenge: challenge, code_challenge_method: 'S256' };
  const cases: readonly {
    readonly name: string;
    readonly link?: Readonly<Record<string, string>>;
    readonly fields?: Readonly<Record<string, string>>;
    readonly before?: (bank: DemoBank, code: string) => unknown;
    readonly expect: string;
  }[] = [
    { name: 'takes a fresh code', expect: '200' },
    { name: 'refuses an invented code', fields: { code: 'ABC' }, expect: '400 invalid_grant' },
    {
      name: 'refuses a code the second time',
      before: (bank, code) => askToken(bank, { grant_type: 'authorization_code', code }),
      expect: '400 invalid_grant',
    },
    {
      name: 'takes a code at five minutes',
      before: (bank) => bank.control.advance(5 * minuteMs),
      expect: '200',
    },
    {
      name: 'refuses a code after five minutes',
      before: (bank) => bank.control.advance(5 * minuteMs + 1),
      expect: '400 invalid_grant',
    },
    {
      name: 'refuses a redirect URI that differs by one character',
      fields: { redirect_uri: 'http://localhost:3000/callback/' },
      expect: '400 invalid_grant',
    },
    { name: 'refuses a wrong secret', fields: { client_secret: 'no' }, expect: '400 invalid_client' },
    { name: 'refuses an unknown client', fields: { client_id: 'no' }, expect: '400 invalid_client' },
    { name: 'takes the right verifier', link: pkce, fields: { code_verifier: verifier }, expect: '200' },
    {
      name: 'refuses a wrong verifier',
      link: pkce,
      fields: { code_verifier: 'w' },
      expect: '400 invalid_grant',
    },
    { name: 'refuses a missing verifier', link: pkce, expect: '400 invalid_grant' },
    { name: 'refuses another grant', fields: { grant_type: 'password' }, expect: '400 invalid_request' },
    {
      name: 'refuses Data scopes without a user',
      fields: { grant_type: 'client_credentials' },
      expect: '400 invalid_scope',
    },
  ];
  for (const { name, link = {}, fields = {}, before, expect } of cases) {
    test(name, () =>
      withDemoBank({ accounts: 1, cards: 0 }, async (bank) => {
        const code = await getCode(bank, link);
        await before?.(bank, code);
        const answer = await askToken(bank, { grant_type: 'authorization_code', code, ...fields });
        assert.equal(verdict(answer), expect);
      }),
    );
  }

  test('takes JSON as well as a form, and neither in plain text', () =>
    withDemoBank({ accounts: 1, cards: 0 }, async (bank) => {
      const post = async (type: string): Promise<number> => {
        const { clientId, clientSecret, redirectUri } = bank;
        const body = JSON.stringify({
          grant_type: 'authorization_code',
          client_id: clientId,
          client_secret: clientSecret,
          redirect_uri: redirectUri,
          code: await getCode(bank),
        });
        const headers = { 'content-type': type };
        return (await fetch(`${bank.authUrl}/connect/token`, { method: 'POST', headers, body })).status;
      };
      assert.equal(await post('application/json; charset=utf-8'), 200);
      assert.equal(await post('text/plain'), 400);
    }));
});

describe('refreshing', () => {
  const refresh = (bank: DemoBank, token = '') =>
    askToken(bank, { grant_type: 'refresh_token', refresh_token: token });

  test('rotates both tokens: the old ones are spent', () =>
    withDemoBank({}, async (bank) => {
      const first = await connectTo(bank);
      const second = await tokensFrom(bank, {
        grant_type: 'refresh_token',
        refresh_token: first.refresh_token ?? '',
      });
      assert.notEqual(second.refresh_token, first.refresh_token);
      assert.equal(verdict(await refresh(bank, first.refresh_token)), '400 invalid_grant');
      assert.equal(verdict(await ask(bank, first.access_token, '/me')), '401 unauthorized');
      assert.equal(verdict(await ask(bank, second.access_token, '/me')), '200');
      assert.deepEqual(bank.control.tokenGrants, { authorization_code: 1, refresh_token: 1 });
    }));

  test('needs offline_access', () =>
    withDemoBank({}, async (bank) => {
      assert.equal((await connectTo(bank, 'accounts')).refresh_token, undefined);
    }));

  test('ends after 30 days without use', () =>
    withDemoBank({}, async (bank) => {
      const { refresh_token: token } = await connectTo(bank);
      bank.control.advance(30 * dayMs + 1);
      assert.equal(verdict(await refresh(bank, token)), '400 invalid_grant');
    }));

  test('does not lengthen the consent of 90 days', () =>
    withDemoBank({}, async (bank) => {
      let tokens = await connectTo(bank);
      for (let month = 0; month < 3; month += 1) {
        bank.control.advance(30 * dayMs - minuteMs);
        tokens = await tokensFrom(bank, {
          grant_type: 'refresh_token',
          refresh_token: tokens.refresh_token ?? '',
        });
      }
      assert.equal(verdict(await ask(bank, tokens.access_token, '/accounts')), '200');
      bank.control.advance(3 * minuteMs);
      assert.equal(verdict(await refresh(bank, tokens.refresh_token)), '400 invalid_grant');
      assert.equal(verdict(await ask(bank, tokens.access_token, '/accounts')), '403 access_denied');
    }));
});

describe('the access token', () => {
  test('lives an hour, and the refusal says since when it is dead', () =>
    withDemoBank({}, async (bank) => {
      const { access_token: token } = await connectTo(bank);
      bank.control.advance(60 * minuteMs - 1);
      assert.equal(verdict(await ask(bank, token, '/me')), '200');
      bank.control.advance(1);
      const late = await ask(bank, token, '/me');
      assert.equal(verdict(late), '401 invalid_token');
      assert.deepEqual(late.json, {
        error: 'invalid_token',
        error_description: "The token expired at '2026-01-06 09:00:00Z'",
      });
    }));

  test('opens only what its scopes name', () =>
    withDemoBank({}, async (bank) => {
      const { access_token: token } = await connectTo(bank, 'accounts transactions');
      const [account = '', , , card = ''] = bank.control.accountIds;
      const asked = ['/me', '/accounts', `/accounts/${account}/transactions`, `/accounts/${account}/balance`];
      asked.push('/cards', `/cards/${card}/transactions`, `/accounts/${account}/direct_debits`, '/info');
      const verdicts = [];
      for (const path of asked) verdicts.push(verdict(await ask(bank, token, path)));
      assert.deepEqual(verdicts, [
        '200',
        '200',
        '200',
        ...Array.from({ length: 5 }, () => '403 access_denied'),
      ]);
      const [row] = results(await ask(bank, token, `/accounts/${account}/transactions`));
      assert.equal(row?.['running_balance'], undefined, 'running_balance needs the scope balance');
    }));

  test('is dead after a revoke, and so is the refresh token', () =>
    withDemoBank({}, async (bank) => {
      const { access_token: token, refresh_token: refreshToken = '' } = await connectTo(bank);
      const headers = { authorization: `Bearer ${token}` };
      const revoke = () => fetch(`${bank.authUrl}/api/delete`, { method: 'DELETE', headers });
      assert.equal((await revoke()).status, 200);
      assert.equal((await revoke()).status, 401);
      assert.equal(verdict(await ask(bank, token, '/accounts')), '403 access_denied');
      const refreshed = await askToken(bank, { grant_type: 'refresh_token', refresh_token: refreshToken });
      assert.equal(verdict(refreshed), '400 invalid_grant');
    }));
});
