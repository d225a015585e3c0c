import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { describe, test } from 'node:test';
import { newestFirst } from '#shared/transaction-list.ts';
import type { ConnectWish } from '#shared/ipc/connect-state.ts';
import { failed } from '#shared/result.ts';
import { type AppStage, withAppStage } from '../../support/desktop/app-stage.ts';
import { freePort } from '../../support/free-port.ts';

const small = { accounts: 1, cards: 1, transactions: 60, days: 60, latencyMs: 0 };

/** In test mode the sandbox door leads to the demo bank, whose client these credentials belong to. */
async function sandboxWish(redirectUri: string, changes: Partial<ConnectWish> = {}): Promise<ConnectWish> {
  const { startDemoBank } = await import('../../../src-demo-bank/start-demo-bank.ts');
  const bank = await startDemoBank();
  await bank.close();
  const { clientId, clientSecret } = bank;
  return { environment: 'sandbox', clientId, clientSecret, redirectUri, keepIn: 'keychain', ...changes };
}

/** A person at the browser who allows: the demo bank says yes by itself. */
const allow = async (url: string): Promise<void> => void (await fetch(url)).body?.cancel();
/** A person who refuses: the bank leads back with an error. */
const deny = async (url: string): Promise<void> => {
  const asked = new URL(url).searchParams;
  const back = new URL(asked.get('redirect_uri') ?? '');
  back.search = new URLSearchParams({ error: 'access_denied', state: asked.get('state') ?? '' }).toString();
  await allow(back.href);
};

const settled = async ({ until }: AppStage) =>
  (await until(({ connect }) => connect.kind === 'connected' || connect.kind === 'failed')).connect;

async function withDoor(play: (stage: AppStage, wish: ConnectWish) => Promise<void>): Promise<void> {
  const redirectUri = `http://localhost:${await freePort()}/callback`;
  const wish = await sandboxWish(redirectUri);
  await withAppStage({ ...small, redirectUris: [redirectUri] }, (stage) => play(stage, wish));
}

describe('connecting with credentials of one’s own', () => {
  test('a reconnect whose secret is lost asks for that alone, and takes the connection’s own address', () =>
    withDoor(async (stage, wish) => {
      stage.desktop.browse(allow);
      await stage.core.calls['connect.begin'](wish);
      const { connections } = await stage.until(
        ({ progress, accounts }) => progress === null && accounts.length === 2,
      );
      const connectionId = connections[0]?.id ?? '';
      // Test mode keeps secrets in memory: after a restart they are gone, as from a keychain that was reset.
      const later = await stage.restart();
      later.desktop.browse(allow);
      await later.core.calls['connection.reconnect']({ connectionId });
      const end = await settled(later);
      assert.ok(end.kind === 'failed');
      assert.deepEqual(end.failure, { kind: 'reconnect-needed', cause: 'no-token' });
      const { clientId, redirectUri } = wish;
      const renews = { connectionId, name: connections[0]?.provider_name ?? '' };
      assert.deepEqual(end.tried, { clientId, redirectUri, renews });
      await later.core.calls['connect.retry']({ clientSecret: wish.clientSecret });
      const again = await later.until(
        ({ progress, connect }) => connect.kind === 'connected' && progress === null,
      );
      assert.deepEqual(
        again.connections.map(({ id, health }) => [id, health]),
        [[connectionId, 'fine']],
      );
      assert.equal(new URL(later.desktop.opened[0] ?? '').searchParams.get('redirect_uri'), wish.redirectUri);
    }));

  test('a browser that cannot be opened: the consent is waited for, and the link can be opened again or copied', () =>
    withDoor(async (stage, wish) => {
      const { core, desktop, until } = stage;
      desktop.browse(() => Promise.reject(new Error('no browser')));
      assert.deepEqual(await core.calls['connect.link']({ way: 'open' }), failed({ kind: 'bad-request' }));
      await core.calls['connect.begin'](wish);
      const { connect } = await until((state) => state.connect.kind === 'waiting-for-consent');
      assert.equal(connect.kind === 'waiting-for-consent' && connect.browserOpened, false);
      await core.calls['connect.link']({ way: 'copy' });
      assert.deepEqual(desktop.clipboard, desktop.opened);
      desktop.browse(allow);
      await core.calls['connect.link']({ way: 'open' });
      assert.equal((await settled(stage)).kind, 'connected');
      assert.equal(new Set(desktop.opened).size, 1);
    }));

  test('opens the consent page, waits, connects and goes straight into the first sync', () =>
    withDoor(async (stage, wish) => {
      const { core, desktop, until } = stage;
      desktop.browse(allow);
      await core.calls['connect.begin'](wish);
      assert.equal((await settled(stage)).kind, 'connected');
      const done = await until(({ progress, accounts }) => progress === null && accounts.length === 2);
      assert.equal(done.connections[0]?.environment, 'sandbox');
      assert.equal(done.connections[0]?.health, 'fine');
      assert.equal(desktop.opened.length, 1);
      assert.equal(desktop.pushed('sync.ended')[0]?.requestedBy, 'connect');
    }));

  test('denied at the bank: says so, and connects at the second try without the secret', () =>
    withDoor(async (stage, wish) => {
      const { core, desktop } = stage;
      desktop.browse(deny);
      await core.calls['connect.begin'](wish);
      const end = await settled(stage);
      assert.equal(end.kind === 'failed' && end.failure.kind, 'consent-denied');
      assert.equal(end.kind === 'failed' && end.canRetry, true);
      desktop.browse(allow);
      await core.calls['connect.retry']({});
      assert.equal((await settled(stage)).kind, 'connected');
      assert.deepEqual(await core.calls['connect.retry']({}), failed({ kind: 'bad-request' }));
    }));

  test('a taken port: says which, and names a free one', () =>
    withDoor(async (stage, wish) => {
      const { port } = new URL(wish.redirectUri);
      const squatter = createServer();
      await new Promise<void>((resolve) => squatter.listen(Number(port), '127.0.0.1', resolve));
      try {
        await stage.core.calls['connect.begin'](wish);
        const end = await settled(stage);
        assert.deepEqual(end.kind === 'failed' && end.failure, {
          kind: 'redirect-port-taken',
          port: Number(port),
        });
        assert.ok(end.kind === 'failed' && end.freePort !== null && end.freePort !== Number(port));
        assert.equal(stage.desktop.opened.length, 0);
      } finally {
        squatter.close();
      }
    }));

  test('a wrong secret: says so, and keeps nothing', () =>
    withDoor(async (stage, wish) => {
      stage.desktop.browse(allow);
      await stage.core.calls['connect.begin']({ ...wish, clientSecret: 'wrong' });
      const end = await settled(stage);
      assert.equal(end.kind === 'failed' && end.failure.kind, 'wrong-client-secret');
      assert.deepEqual(stage.core.state().connections, []);
    }));

  test('the code can be pasted while the page is waited for', () =>
    withDoor(async (stage, wish) => {
      const { core, desktop, until } = stage;
      desktop.browse(async (url) => {
        const answer = await fetch(url, { redirect: 'manual' });
        void core.calls['clipboard.write']({ text: answer.headers.get('location') ?? '' });
      });
      await core.calls['connect.begin'](wish);
      await until(({ connect }) => connect.kind === 'waiting-for-consent');
      await core.calls['connect.paste']({ text: desktop.clipboard[0] ?? '' });
      assert.equal((await settled(stage)).kind, 'connected');
    }));

  test('a cancel at the bank’s page ends the wait and frees the port', () =>
    withDoor(async (stage, wish) => {
      await stage.core.calls['connect.begin'](wish);
      await stage.until(({ connect }) => connect.kind === 'waiting-for-consent');
      await stage.core.calls['connect.cancel'](null);
      assert.deepEqual(stage.core.state().connect, { kind: 'idle' });
      stage.desktop.browse(allow);
      await stage.core.calls['connect.begin'](wish);
      assert.equal((await settled(stage)).kind, 'connected');
    }));

  test('neither the secret nor a token is in anything the window was told', () =>
    withDoor(async (stage, wish) => {
      const { core, desktop, until } = stage;
      desktop.browse(allow);
      await core.calls['connect.begin'](wish);
      await until(({ progress, accounts }) => progress === null && accounts.length === 2);
      const told = JSON.stringify([
        ...desktop.pushed('app.changed'),
        ...desktop.pushed('sync.progress'),
        ...desktop.pushed('sync.ended'),
        await core.calls['jobs.list']({ limit: 10 }),
        await core.calls['app.state'](null),
      ]);
      assert.ok(told.length > 1000);
      assert.doesNotMatch(told, new RegExp(wish.clientSecret));
      assert.doesNotMatch(told, /eyJ|[0-9a-f]{64}/);
    }));

  test('a reconnect ends under the id the connection had, and a disconnect leaves its rows', () =>
    withDoor(async (stage, wish) => {
      const { core, desktop, until } = stage;
      desktop.browse(allow);
      await core.calls['connect.begin'](wish);
      const first = await until(({ progress, accounts }) => progress === null && accounts.length === 2);
      const connectionId = first.connections[0]?.id ?? '';
      await core.calls['connection.reconnect']({ connectionId });
      await until(({ progress, connect }) => connect.kind === 'connected' && progress === null);
      const again = core.state();
      assert.deepEqual(
        again.connections.map(({ id }) => id),
        [connectionId],
      );
      assert.equal(again.connect.kind === 'connected' && again.connect.connectionId, connectionId);
      const renewal = new URL(desktop.opened[1] ?? '');
      assert.ok(!renewal.searchParams.has('providers'), 'a renewal asks the bank for no choice of banks');
      assert.ok((await core.calls['connection.disconnect']({ connectionId })).ok);
      assert.equal(core.state().connections[0]?.health, 'revoked');
      const page = await core.calls['transactions.page']({
        filter: {},
        sort: newestFirst,
        offset: 0,
        limit: 1,
      });
      assert.ok(page.ok && page.value.total > 0);
    }));
});
