import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openKeytarTokenStore } from '../../src-main/auth/keytar-token-store.ts';
import { openTokenStore } from '../../src-main/auth/open-token-store.ts';
import type { TokenStore } from '../../src-main/auth/token-store.ts';
import { tokenStoreSuite } from './token-store-suite.ts';

// Run by test/integration/auth/keychain.test.ts inside a session bus of its own, so that nobody's real keychain
// is touched.
const open = async (): Promise<TokenStore> => {
  const opened = await openKeytarTokenStore();
  assert.ok(opened.ok, JSON.stringify(opened));
  return opened.value;
};

describe('the token store in the keychain', () => {
  tokenStoreSuite(open);

  test('is what is chosen when nothing else is asked for', async () => {
    const opened = await openTokenStore(undefined);
    assert.ok(opened.ok);
    assert.equal(opened.value.kind, 'keychain');
  });

  test('shares its secrets with whoever opens it later', async () => {
    const entry = { kind: 'refresh-token', connectionId: 'shared' } as const;
    await (await open()).write(entry, 'kept');
    assert.deepEqual(await (await open()).read(entry), { ok: true, value: 'kept' });
  });
});
