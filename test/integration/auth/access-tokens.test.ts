import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, beforeEach, describe, test } from 'node:test';
import type { Result } from '#shared/result.ts';
import { createAccessTokens, type AccessTokens } from '../../../src-main/auth/access-tokens.ts';
import type { TokenSet } from '../../../src-main/auth/token-set.ts';
import { startFakeAuthServer } from '../../support/fake-auth-server.ts';
import { createManualClock, type ManualClock } from '../../support/manual-clock.ts';
import { connectionAt, createBreakableStore, storeConsent } from '../../support/token-fixture.ts';

const server = await startFakeAuthServer();
const folder = mkdtempSync(join(tmpdir(), 'passbook-tokens-'));
after(async () => {
  rmSync(folder, { recursive: true, force: true });
  await server.close();
});
const connection = connectionAt(server);
const entry = { kind: 'refresh-token', connectionId: connection.id } as const;
let clock: ManualClock;
let store: ReturnType<typeof createBreakableStore>;
let tokens: AccessTokens;

beforeEach(async () => {
  server.script.length = 0;
  server.forms.length = 0;
  clock = createManualClock();
  store = createBreakableStore();
  tokens = createAccessTokens({ store, fetch, clock, lockFolder: folder });
  await storeConsent(store, server, connection.id);
  store.log.length = 0;
});

const valueOf = <T>(result: Result<T>): T => {
  assert.ok(result.ok, JSON.stringify(result));
  return result.value;
};
const kindOf = (result: Result<unknown>): string => (result.ok ? 'ok' : result.failure.kind);
const consented = (name: string): TokenSet => ({
  accessToken: `ACCESS-${name}`,
  accessTokenExpiresAtMs: clock.nowMs() + 3_600_000,
  refreshToken: `REFRESH-${name}`,
  scope: null,
});

describe('the current access token', () => {
  test('is fetched once for all who ask at the same time', async () => {
    const given = await Promise.all([1, 2, 3].map(() => tokens.current(connection)));
    assert.deepEqual(given.map(valueOf), Array(3).fill(server.lastAccessToken()));
    assert.equal(server.forms.length, 1);
  });

  test('is kept until a minute before its end', async () => {
    const first = valueOf(await tokens.current(connection));
    clock.advance(3_539_000);
    assert.equal(valueOf(await tokens.current(connection)), first);
    clock.advance(2_000);
    assert.notEqual(valueOf(await tokens.current(connection)), first);
    assert.equal(server.forms.length, 2);
  });

  test('is used for half its life when the bank gives it only half a minute', async () => {
    const answer = '{"access_token":"SHORT","expires_in":30,"token_type":"Bearer"}';
    server.script.push({ kind: 'answer', status: 200, body: answer });
    assert.equal(valueOf(await tokens.current(connection)), 'SHORT');
    clock.advance(14_000);
    assert.equal(valueOf(await tokens.current(connection)), 'SHORT');
    assert.equal(server.forms.length, 1);
  });

  test('is handed out only after the new refresh token is stored', async () => {
    await tokens.current(connection);
    const stored = valueOf(await store.read(entry));
    assert.deepEqual(store.log, [`write ${String(stored)}`]);
    assert.notEqual(stored, server.forms[0]?.get('refresh_token'));
  });

  test('is not to be had without a refresh token or a client secret', async () => {
    const unknown = connectionAt(server, 'unknown');
    const noToken = { ok: false, failure: { kind: 'reconnect-needed', cause: 'no-token' } };
    assert.deepEqual(await tokens.current(unknown), noToken);
    assert.deepEqual(await tokens.current({ ...connection, clientId: 'other' }), noToken);
    assert.equal(server.forms.length, 0);
  });

  test('fails without losing the refresh token when the server is in trouble', async () => {
    server.script.push({ kind: 'answer', status: 503, body: '' });
    assert.equal(kindOf(await tokens.current(connection)), 'bank-unavailable');
    assert.equal(kindOf(await tokens.current(connection)), 'ok');
  });
});

describe('a token the bank refused', () => {
  test('is renewed once, however many threads met the refusal', async () => {
    const old = valueOf(await tokens.current(connection));
    const renewed = await Promise.all([1, 2, 3].map(() => tokens.renewed(connection, old)));
    assert.deepEqual(renewed.map(valueOf), Array(3).fill(server.lastAccessToken()));
    assert.equal(server.forms.length, 2);
  });

  test('brings the newer one when a renewal has happened meanwhile', async () => {
    const old = valueOf(await tokens.current(connection));
    const newer = valueOf(await tokens.renewed(connection, old));
    assert.equal(valueOf(await tokens.renewed(connection, old)), newer);
    assert.equal(server.forms.length, 2);
  });

  test('is not handed out again when its renewal fails', async () => {
    const old = valueOf(await tokens.current(connection));
    server.script.push({ kind: 'answer', status: 500, body: '' });
    assert.equal(kindOf(await tokens.renewed(connection, old)), 'bank-unavailable');
    assert.notEqual(valueOf(await tokens.current(connection)), old);
  });
});

describe('a keychain that breaks after a refresh', () => {
  test('holds the access token back, and loses neither when it works again', async () => {
    store.broken = true;
    assert.equal(kindOf(await tokens.current(connection)), 'keychain-unavailable');
    assert.equal(kindOf(await tokens.current(connection)), 'keychain-unavailable');
    store.broken = false;
    assert.equal(valueOf(await tokens.current(connection)), server.lastAccessToken());
    assert.equal(server.forms.length, 1);
    assert.notEqual(valueOf(await store.read(entry)), server.forms[0]?.get('refresh_token'));
  });

  test('does not undo a consent given elsewhere meanwhile', async () => {
    store.broken = true;
    await tokens.current(connection);
    store.broken = false;
    const newest = server.grant();
    await store.write(entry, newest);
    await tokens.current(connection);
    assert.equal(server.forms[1]?.get('refresh_token'), newest);
  });
});

describe('the tokens of a new consent', () => {
  test('are usable at once and stored first', async () => {
    valueOf(await tokens.adopt(connection.id, consented('new')));
    assert.deepEqual(store.log, ['write REFRESH-new']);
    assert.equal(valueOf(await tokens.current(connection)), 'ACCESS-new');
    assert.equal(server.forms.length, 0);
  });

  test('are not usable while they cannot be stored', async () => {
    store.broken = true;
    assert.equal(kindOf(await tokens.adopt(connection.id, consented('new'))), 'keychain-unavailable');
    assert.equal(kindOf(await tokens.current(connection)), 'keychain-unavailable');
    store.broken = false;
    assert.equal(valueOf(await tokens.current(connection)), 'ACCESS-new');
  });

  test('become those of the known connection they turn out to belong to', async () => {
    valueOf(await tokens.adopt('provisional', consented('new')));
    valueOf(await tokens.moveTo('provisional', connection.id));
    assert.equal(valueOf(await tokens.current(connection)), 'ACCESS-new');
    assert.equal(valueOf(await store.read(entry)), 'REFRESH-new');
    assert.equal(valueOf(await store.read({ ...entry, connectionId: 'provisional' })), null);
  });

  test('stay where they are when they are moved to where they are', async () => {
    valueOf(await tokens.adopt(connection.id, consented('new')));
    valueOf(await tokens.moveTo(connection.id, connection.id));
    assert.equal(valueOf(await store.read(entry)), 'REFRESH-new');
  });

  test('are gone from store and memory once forgotten', async () => {
    valueOf(await tokens.adopt(connection.id, consented('new')));
    valueOf(await tokens.forget(connection.id));
    assert.equal(valueOf(await store.read(entry)), null);
    assert.equal(kindOf(await tokens.current(connection)), 'reconnect-needed');
  });
});
