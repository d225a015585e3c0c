import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Result } from '#shared/result.ts';
import { startDemoBank, type DemoBank } from '../../../src-demo-bank/start-demo-bank.ts';
import { createAccessTokens } from '../../../src-main/auth/access-tokens.ts';
import { authorise, type AuthoriseRequest } from '../../../src-main/auth/authorise.ts';
import { createMemoryTokenStore } from '../../../src-main/auth/memory-token-store.ts';
import { revoke } from '../../../src-main/auth/revoke.ts';
import type { TokenSet } from '../../../src-main/auth/token-set.ts';
import { freePort } from '../../support/free-port.ts';
import { realClock } from '../../support/real-clock.ts';
import { connectionAt } from '../../support/token-fixture.ts';

let bank: DemoBank;
const folder = mkdtempSync(join(tmpdir(), 'passbook-demo-auth-'));
before(async () => {
  const redirectUri = `http://localhost:${String(await freePort())}/callback`;
  bank = await startDemoBank({ autoApprove: true, redirectUris: [redirectUri] });
});
after(async () => {
  await bank.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Follows the dialog's redirect as a browser does. */
const openLink = async (link: string): Promise<void> => {
  await fetch(link);
};

const connect = (extra: Partial<AuthoriseRequest> = {}): Promise<Result<TokenSet>> => {
  const { authUrl, clientId, clientSecret, redirectUri } = bank;
  const request = { authUrl, clientId, clientSecret, redirectUri, scopes: ['accounts', 'offline_access'] };
  return authorise({ fetch, clock: realClock, randomBytes, openLink }, { ...request, ...extra });
};

const me = async (accessToken: string): Promise<number> => {
  const response = await fetch(`${bank.apiUrl}/data/v1/me`, {
    headers: { authorization: `Bearer ${accessToken}` },
  });
  await response.body?.cancel();
  return response.status;
};

async function connected() {
  const store = createMemoryTokenStore();
  const tokens = createAccessTokens({ store, fetch, clock: realClock, lockFolder: folder });
  const { authUrl, clientId, clientSecret } = bank;
  await store.write({ kind: 'client-secret', authUrl, clientId }, clientSecret);
  const consent = await connect();
  assert.ok(consent.ok, JSON.stringify(consent));
  const connection = connectionAt(bank);
  assert.ok((await tokens.adopt(connection.id, consent.value)).ok);
  const first = await tokens.current(connection);
  assert.ok(first.ok);
  return { tokens, connection, first: first.value };
}

describe('with the demo bank', () => {
  test('a consent gives a token the bank serves data for', async () => {
    const { first } = await connected();
    assert.equal(await me(first), 200);
  });

  test('a refused token is renewed, and ends the old one', async () => {
    const { tokens, connection, first } = await connected();
    const renewed = await tokens.renewed(connection, first);
    assert.ok(renewed.ok);
    assert.equal(await me(renewed.value), 200);
    assert.equal(await me(first), 401);
  });

  test('rotation works on and on', async () => {
    const { tokens, connection, first } = await connected();
    let last = first;
    for (let round = 0; round < 5; round += 1) {
      const renewed = await tokens.renewed(connection, last);
      assert.ok(renewed.ok);
      last = renewed.value;
    }
    assert.equal(await me(last), 200);
  });

  test('a refresh whose answer is lost has spent the token: only the user can mend it', async () => {
    const { tokens, connection, first } = await connected();
    bank.control.setFaults({
      faults: [{ kind: 'lost-answer', endpoint: 'token', grant: 'refresh_token', fromCall: 1, count: 1 }],
    });
    const renewed = await tokens.renewed(connection, first);
    bank.control.setFaults({ faults: [] });
    assert.deepEqual(renewed, { ok: false, failure: { kind: 'reconnect-needed', cause: 'token-refused' } });
  });

  test('a revoked consent serves nothing more, and revoking it again does no harm', async () => {
    const { first } = await connected();
    const gone = { ok: true, value: null };
    assert.deepEqual(await revoke(fetch, bank.authUrl, first), gone);
    assert.notEqual(await me(first), 200);
    assert.deepEqual(await revoke(fetch, bank.authUrl, first), gone);
  });

  test('a wrong client secret is named', async () => {
    const result = await connect({ clientSecret: 'wrong' });
    assert.deepEqual(result, { ok: false, failure: { kind: 'wrong-client-secret' } });
  });
});
