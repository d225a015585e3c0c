import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { authLink, reply, tokensFrom } from '../../support/demo-bank/bank-visitor.ts';
import { withDemoBank } from '../../support/demo-bank/with-demo-bank.ts';
import type { DemoBank } from '../../../src-demo-bank/start-demo-bank.ts';

const asked = { autoApprove: false, redirectUris: ['http://localhost:3000/callback?from=bank'] };

/** Presses a button of the page; answers with where the browser is sent. */
async function press(bank: DemoBank, page: string, decision: string): Promise<URL | null> {
  const action = /action="([^"]+)"/.exec(page)?.[1] ?? '';
  const body = new URLSearchParams({ decision });
  const response = await fetch(`${bank.authUrl}${action}`, { method: 'POST', body, redirect: 'manual' });
  await response.body?.cancel();
  const location = response.headers.get('location');
  return location === null ? null : new URL(location);
}
const open = async (bank: DemoBank, link = authLink(bank)) =>
  reply(await fetch(link, { redirect: 'manual' }));

describe('the dialog', () => {
  test('names the bank, the client and what is asked for, and has two buttons', () =>
    withDemoBank(asked, async (bank) => {
      const { status, text, headers } = await open(bank);
      assert.equal(status, 200);
      for (const part of ['Demo Bank', bank.clientId, 'Transactions', '>Allow<', '>Cancel<', 'lang="en"']) {
        assert.ok(text.includes(part), `${part} is missing`);
      }
      assert.match(headers.get('content-security-policy') ?? '', /frame-ancestors 'none'/);
    }));

  test('goes back with a code that works, and the state, when Allow is pressed', () =>
    withDemoBank(asked, async (bank) => {
      const target = await press(bank, (await open(bank)).text, 'allow');
      assert.ok(target !== null);
      assert.ok(target.href.startsWith(`${bank.redirectUri}&`));
      assert.equal(target.searchParams.get('state'), 'state-1');
      const code = target.searchParams.get('code') ?? '';
      assert.ok((await tokensFrom(bank, { grant_type: 'authorization_code', code })).access_token);
    }));

  test('goes back with access_denied and no code when Cancel is pressed', () =>
    withDemoBank(asked, async (bank) => {
      const target = await press(bank, (await open(bank)).text, 'cancel');
      assert.equal(target?.searchParams.get('error'), 'access_denied');
      assert.equal(target.searchParams.get('state'), 'state-1');
      assert.equal(target.searchParams.get('code'), null);
    }));

  test('is answered once', () =>
    withDemoBank(asked, async (bank) => {
      const { text } = await open(bank);
      await press(bank, text, 'allow');
      assert.equal(await press(bank, text, 'allow'), null);
    }));

  test('posts the fields when response_mode is form_post', () =>
    withDemoBank({}, async (bank) => {
      const { status, text } = await open(bank, authLink(bank, { response_mode: 'form_post' }));
      assert.equal(status, 200);
      assert.match(text, /<form method="post" action="http:\/\/localhost:3000\/callback">/);
      assert.match(text, /name="code" value="[0-9A-F]{48}"/);
    }));

  test('writes what it was given as text, never as markup', () =>
    withDemoBank({ ...asked, clientId: '<b>"x"</b>' }, async (bank) => {
      const { text } = await open(bank);
      assert.ok(!text.includes('<b>'));
      assert.ok(text.includes('&lt;b&gt;&quot;x&quot;&lt;/b&gt;'));
    }));

  const badLinks: readonly (readonly [string, Readonly<Record<string, string | null>>, string])[] = [
    ['an unknown client', { client_id: 'other' }, 'invalid_client'],
    ['another port', { redirect_uri: 'http://localhost:3001/callback' }, 'invalid_redirect_uri'],
    ['a slash too many', { redirect_uri: 'http://localhost:3000/callback/' }, 'invalid_redirect_uri'],
    [
      'another spelling of the host',
      { redirect_uri: 'http://127.0.0.1:3000/callback' },
      'invalid_redirect_uri',
    ],
    ['no redirect URI', { redirect_uri: null }, 'invalid_redirect_uri'],
    ['another response type', { response_type: 'token' }, 'invalid_request'],
    ['no scope', { scope: null }, 'invalid_scope'],
    ['only unknown scopes', { scope: 'payments' }, 'invalid_scope'],
    ['a plain challenge', { code_challenge: 'x', code_challenge_method: 'plain' }, 'invalid_request'],
  ];
  for (const [what, changes, error] of badLinks) {
    test(`shows an error page and never redirects for ${what}`, () =>
      withDemoBank({}, async (bank) => {
        const { status, text, headers } = await open(bank, authLink(bank, changes));
        assert.equal(status, 400);
        assert.equal(headers.get('location'), null);
        assert.ok(text.includes(error));
      }));
  }
});
