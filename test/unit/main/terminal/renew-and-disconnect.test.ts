import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { failed, succeeded } from '#shared/result.ts';
import type { AuthoriseRequest } from '../../../../src-main/auth/authorise.ts';
import { createMemoryTokenStore } from '../../../../src-main/auth/memory-token-store.ts';
import { connections } from '../../../../src-main/terminal/commands/connections.ts';
import { disconnect, type DisconnectOptions } from '../../../../src-main/terminal/commands/disconnect.ts';
import { renew } from '../../../../src-main/terminal/commands/renew.ts';
import { connection } from '../../../support/ledger-fixture.ts';
import { fakeLedgerThread } from '../../../support/terminal/fake-ledger-thread.ts';
import { fakeParts } from '../../../support/terminal/fake-parts.ts';
import {
  fakeSurroundings,
  type FakeSurroundingsOptions,
} from '../../../support/terminal/fake-surroundings.ts';
import { testContext } from '../../../support/terminal/test-context.ts';

const monzo = connection({ id: 'c1', providerName: 'Monzo', redirectUri: 'http://localhost:4567/back' });
const tokens = { accessToken: 'a', accessTokenExpiresAtMs: 0, refreshToken: 'r', scope: null };

function stage(options: FakeSurroundingsOptions = {}) {
  const terminal = fakeSurroundings(options);
  const ledger = fakeLedgerThread({
    'load-connections': ({ connectionId }) =>
      connectionId === 'c1'
        ? succeeded([monzo])
        : failed({ kind: 'not-found', what: 'connection', id: connectionId ?? '' }),
    'list-connections': () =>
      succeeded([
        {
          id: 'c1',
          provider_id: 'mock',
          provider_name: 'Monzo',
          environment: 'live',
          consent_expires_at: new Date(terminal.clock.nowMs() + 3 * 86_400_000).toISOString(),
          state: 'active',
        },
      ]),
    'list-rate-limits': () =>
      succeeded([{ connectionId: 'c1', providerName: 'Monzo', answers: 40, days: 4, pauseMs: 800 }]),
    'forget-connection': () => succeeded({ transactions: 12 }),
  });
  const store = createMemoryTokenStore();
  const requests: AuthoriseRequest[] = [];
  const parts = fakeParts({
    createLedger: () => ledger,
    openTokenStore: () => Promise.resolve(succeeded(store)),
    openBrowser: () => Promise.resolve(true),
    revoke: () => Promise.resolve(succeeded(null)),
    authorise: (_at, request) => {
      requests.push(request);
      return Promise.resolve(succeeded(tokens));
    },
  });
  const context = testContext(terminal, { parts });
  const kinds = (): string[] => ledger.tasks.map(({ kind }) => kind);
  return { terminal, ledger, store, requests, context, kinds };
}

describe('passbook connect --renew', () => {
  const options = { browser: true, sync: false, workers: 2 };

  test('knows the bank, the secret and the refresh token, and names what it renews', async () => {
    const { context, store, requests, ledger } = stage();
    const { authUrl, clientId } = monzo;
    await store.write({ kind: 'client-secret', authUrl, clientId }, 'kept-secret');
    await store.write({ kind: 'refresh-token', connectionId: 'c1' }, 'old-refresh');
    assert.equal(await renew(context, 'c1', options), 0);
    const [request] = requests;
    assert.deepEqual(
      [
        request?.authUrl,
        request?.clientId,
        request?.clientSecret,
        request?.refreshToken,
        request?.redirectUri,
      ],
      [authUrl, clientId, 'kept-secret', 'old-refresh', monzo.redirectUri],
    );
    const saved = ledger.tasks.find(({ kind }) => kind === 'save-connection');
    assert.ok(saved?.kind === 'save-connection');
    assert.deepEqual([saved.renews, saved.connection.id], ['c1', 'new-connection']);
    assert.deepEqual(
      await store.read({ kind: 'refresh-token', connectionId: 'c1' }),
      succeeded('old-refresh'),
    );
  });

  test('asks for the secret where the keychain has none, and does without a refresh token', async () => {
    const { context, requests } = stage({ answers: ['typed-secret'] });
    assert.equal(await renew(context, 'c1', options), 0);
    assert.deepEqual([requests[0]?.clientSecret, requests[0]?.refreshToken], ['typed-secret', undefined]);
  });

  test('of a connection nobody knows is a usage error', async () => {
    const { context, requests } = stage();
    assert.equal(await renew(context, 'other', options), 2);
    assert.deepEqual(requests, []);
  });
});

describe('passbook disconnect', () => {
  const cases: readonly (readonly [string, DisconnectOptions, readonly string[], number, boolean])[] = [
    ['keeps the data unless told', {}, [], 0, false],
    ['deletes it when told twice', { deleteData: true }, ['Monzo'], 0, true],
    ['deletes it with --yes', { deleteData: true, yes: true }, [], 0, true],
    ['does nothing at all for another answer', { deleteData: true }, ['y'], 2, false],
    ['does nothing at all where nobody answers', { deleteData: true }, [], 2, false],
  ];
  for (const [name, options, answers, code, deletes] of cases) {
    test(name, async () => {
      const { context, kinds } = stage({ answers });
      assert.equal(await disconnect(context, 'c1', options), code);
      assert.equal(kinds().includes('forget-connection'), deletes);
      assert.equal(kinds().includes('set-connection-state'), code === 0);
    });
  }
});

describe('passbook connections', () => {
  test('says which consent ends soon, how to renew it, and which bank often says 429', async () => {
    const { context, terminal } = stage();
    assert.equal(await connections(context), 0);
    assert.match(terminal.out(), /Monzo: the consent ends on .* in 3 days.*passbook connect --renew c1/);
    assert.match(terminal.out(), /Monzo said "too many requests" \(429\) 40 times on 4 of the last 7 days/);
  });
});
