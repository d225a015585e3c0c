import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, beforeEach, describe, test } from 'node:test';
import type { Result } from '#shared/result.ts';
import { authorise, type AuthoriseRequest } from '../../../src-main/auth/authorise.ts';
import type { TokenSet } from '../../../src-main/auth/token-set.ts';
import { startFakeAuthServer } from '../../support/fake-auth-server.ts';
import { freePort } from '../../support/free-port.ts';
import { createManualClock, type ManualClock } from '../../support/manual-clock.ts';

const server = await startFakeAuthServer();
after(() => server.close());
let clock: ManualClock;
let redirectUri: string;
beforeEach(async () => {
  clock = createManualClock();
  redirectUri = `http://localhost:${String(await freePort())}/callback`;
});

/** Plays the bank and the browser: gives consent for the link and returns the address the browser ends at. */
function allow(link: string, code = 'CODE-SECRET'): URL {
  const asked = new URL(link).searchParams;
  server.allowCode(code, asked.get('code_challenge') ?? '');
  const back = new URL(asked.get('redirect_uri') ?? '');
  back.search = new URLSearchParams({ code, state: asked.get('state') ?? '' }).toString();
  return back;
}

const run = (
  openLink: (link: string) => Promise<void> | void,
  extra: Partial<AuthoriseRequest> = {},
): Promise<Result<TokenSet>> => {
  const { authUrl, clientId, clientSecret } = server;
  const request = { authUrl, clientId, clientSecret, redirectUri, scopes: ['accounts', 'offline_access'] };
  return authorise({ fetch, clock, randomBytes, openLink }, { ...request, ...extra });
};
const visit = async (url: URL): Promise<number> => (await fetch(url)).status;
const ending = (result: Result<TokenSet>): string => (result.ok ? 'ok' : result.failure.kind);
const portIsFree = async (): Promise<boolean> => {
  const reached = await fetch(redirectUri).then(
    () => true,
    () => false,
  );
  return !reached;
};

describe('connecting by the loopback redirect', () => {
  test('ends with tokens, nothing listening and no timer left', async () => {
    const result = await run(async (link) => {
      assert.equal(await visit(allow(link)), 200);
    });
    assert.ok(result.ok, JSON.stringify(result));
    assert.equal(result.value.accessToken, server.lastAccessToken());
    assert.ok(await portIsFree());
    assert.equal(clock.sleepers(), 0);
  });

  test('does not wait for the program that shows the link to end', async () => {
    const result = await run((link) => {
      void visit(allow(link));
      return new Promise(() => {});
    });
    assert.ok(result.ok);
  });

  test('goes on after an answer with a wrong state', async () => {
    const result = await run(async (link) => {
      assert.equal(await visit(new URL(`${redirectUri}?code=STOLEN&state=guessed`)), 400);
      assert.equal(await visit(allow(link)), 200);
    });
    assert.ok(result.ok);
  });

  test('says wrong-state at the end of the time when nothing better came', async () => {
    const result = await run(async () => {
      await visit(new URL(`${redirectUri}?code=STOLEN&state=guessed`));
      clock.advance(5 * 60_000);
    });
    assert.equal(ending(result), 'wrong-state');
    assert.ok(await portIsFree());
  });

  test('gives up after five minutes of silence', async () => {
    const result = await run(() => clock.advance(5 * 60_000));
    assert.deepEqual(result, { ok: false, failure: { kind: 'connect-timed-out', afterMs: 300_000 } });
    assert.ok(await portIsFree());
  });

  test('ends when it is cancelled, before or while it waits', async () => {
    const control = new AbortController();
    assert.equal(ending(await run(() => control.abort(), { signal: control.signal })), 'cancelled');
    assert.ok(await portIsFree());
    assert.equal(clock.sleepers(), 0);
    const unopened = run(() => assert.fail('opened a link'), { signal: control.signal });
    assert.equal(ending(await unopened), 'cancelled');
  });

  test('tells that the user said no', async () => {
    const result = await run(async (link) => {
      const state = new URL(link).searchParams.get('state') ?? '';
      await visit(new URL(`${redirectUri}?error=access_denied&state=${state}`));
    });
    assert.equal(ending(result), 'consent-denied');
  });

  test('does not show the link when the answer could not come back', async () => {
    const hosted = { redirectUri: 'https://console.truelayer.com/redirect-page' };
    const result = await run(() => assert.fail('opened a link'), hosted);
    assert.deepEqual(result, { ok: false, failure: { kind: 'redirect-uri-unusable', ...hosted } });
  });

  test('closes its port when showing the link is a bug that throws', async () => {
    await assert.rejects(
      run(() => {
        throw new Error('no such program');
      }),
      /no such program/,
    );
    assert.ok(await portIsFree());
    assert.equal(clock.sleepers(), 0);
  });

  test('is refused tokens for a code of somebody else: the verifier does not fit', async () => {
    const result = await run(async (link) => {
      const back = allow(link);
      server.allowCode('SMUGGLED', 'the challenge of another attempt');
      back.searchParams.set('code', 'SMUGGLED');
      await visit(back);
    });
    assert.equal(ending(result), 'code-refused');
  });
});

describe('connecting by a pasted code', () => {
  const hosted = 'https://console.truelayer.com/redirect-page';
  let shown = '';
  const show = (link: string): void => {
    shown = link;
  };

  test('works with a redirect URI that only shows the code', async () => {
    const paste = () => Promise.resolve(allow(shown).searchParams.get('code') ?? '');
    assert.ok((await run(show, { redirectUri: hosted, paste })).ok);
  });

  test('works with the whole address, and shows the link before it asks', async () => {
    const paste = () => Promise.resolve(allow(shown).href);
    assert.ok((await run(show, { redirectUri: hosted, paste })).ok);
  });

  test('listens nowhere, so a taken port does not matter', async () => {
    const result = await run(show, {
      paste: async () => {
        assert.ok(await portIsFree());
        return allow(shown).href;
      },
    });
    assert.ok(result.ok);
  });

  test('is given up at the end of the time', async () => {
    const paste = (): Promise<string> => new Promise(() => clock.advance(60_000));
    assert.equal(ending(await run(show, { paste, timeoutMs: 60_000 })), 'connect-timed-out');
  });
});
