import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { failed, succeeded } from '#shared/result.ts';
import { createMemoryTokenStore } from '../../../../src-main/auth/memory-token-store.ts';
import type { TokenStore } from '../../../../src-main/auth/token-store.ts';
import { createSecretPlace } from '../../../../src-main/connect/secret-place.ts';

const entry = { kind: 'refresh-token', connectionId: 'c1' } as const;
const unavailable = failed({ kind: 'keychain-unavailable', detail: 'no keyring is running' });
const keychain = (): TokenStore => ({ ...createMemoryTokenStore(), kind: 'keychain' });

describe('where secrets are kept', () => {
  test('is nowhere before the keychain was looked for, then the keychain', async () => {
    const place = createSecretPlace(() => Promise.resolve(succeeded(keychain())));
    assert.equal(place.secretsIn(), 'nowhere');
    assert.deepEqual(await place.look(), succeeded(null));
    assert.equal(place.secretsIn(), 'keychain');
  });

  test('stays nowhere without a keychain, and nothing can be kept, until the user accepts memory', async () => {
    const place = createSecretPlace(() => Promise.resolve(unavailable));
    assert.deepEqual(await place.look(), unavailable);
    assert.deepEqual(await place.store.write(entry, 'token'), unavailable);
    assert.equal(place.secretsIn(), 'nowhere');
    await place.acceptMemory();
    assert.equal(place.secretsIn(), 'memory');
    assert.equal(place.store.kind, 'memory');
    await place.store.write(entry, 'token');
    assert.deepEqual(await place.store.read(entry), succeeded('token'));
  });

  test('is the keychain as soon as there is one: it is looked for again', async () => {
    let isUnlocked = false;
    const place = createSecretPlace(() => Promise.resolve(isUnlocked ? succeeded(keychain()) : unavailable));
    await place.look();
    isUnlocked = true;
    assert.deepEqual(await place.store.write(entry, 'token'), succeeded(null));
    assert.equal(place.secretsIn(), 'keychain');
  });

  test('stays the keychain where there is one, also when memory was offered', async () => {
    const place = createSecretPlace(() => Promise.resolve(succeeded(keychain())));
    await place.acceptMemory();
    assert.equal(place.secretsIn(), 'keychain');
  });

  test('asks once when several ask at the same moment', async () => {
    let asked = 0;
    const place = createSecretPlace(() => {
      asked += 1;
      return Promise.resolve(succeeded(keychain()));
    });
    await Promise.all([place.look(), place.store.read(entry), place.look()]);
    assert.equal(asked, 1);
  });
});
