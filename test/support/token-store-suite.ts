import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SecretEntry, TokenStore } from '../../src-main/auth/token-store.ts';

const refreshEntry = (connectionId: string): SecretEntry => ({ kind: 'refresh-token', connectionId });
const clientEntry = (authUrl: string, clientId: string): SecretEntry => ({
  kind: 'client-secret',
  authUrl,
  clientId,
});
const nothing = { ok: true, value: null } as const;

/** What every token store must do: the keychain and its twin in memory pass the same suite. */
export function tokenStoreSuite(open: () => Promise<TokenStore>): void {
  test('says that a secret nobody wrote is not there', async () => {
    const store = await open();
    assert.deepEqual(await store.read(refreshEntry('never written')), nothing);
  });

  test('gives back what was written', async () => {
    const store = await open();
    assert.deepEqual(await store.write(refreshEntry('a'), 'SECRET ü "quoted" \n two lines'), nothing);
    assert.deepEqual(await store.read(refreshEntry('a')), {
      ok: true,
      value: 'SECRET ü "quoted" \n two lines',
    });
  });

  test('replaces an older secret', async () => {
    const store = await open();
    await store.write(refreshEntry('rotated'), 'old');
    await store.write(refreshEntry('rotated'), 'new');
    assert.deepEqual(await store.read(refreshEntry('rotated')), { ok: true, value: 'new' });
  });

  test('keeps connections, clients and auth servers apart', async () => {
    const store = await open();
    const entries = [
      refreshEntry('one'),
      refreshEntry('two'),
      clientEntry('https://auth.one.test', 'one'),
      clientEntry('https://auth.two.test', 'one'),
      clientEntry('https://auth.one.test', 'two'),
    ];
    for (const [index, entry] of entries.entries()) await store.write(entry, `secret ${String(index)}`);
    for (const [index, entry] of entries.entries()) {
      assert.deepEqual(await store.read(entry), { ok: true, value: `secret ${String(index)}` });
    }
  });

  test('erases, and does not mind when there is nothing to erase', async () => {
    const store = await open();
    await store.write(refreshEntry('gone'), 'secret');
    assert.deepEqual(await store.erase(refreshEntry('gone')), nothing);
    assert.deepEqual(await store.read(refreshEntry('gone')), nothing);
    assert.deepEqual(await store.erase(refreshEntry('gone')), nothing);
  });

  test('takes a secret of 2 kB, more than any token seen and less than Windows allows', async () => {
    const store = await open();
    const long = 'x'.repeat(2048);
    await store.write(refreshEntry('long'), long);
    assert.deepEqual(await store.read(refreshEntry('long')), { ok: true, value: long });
  });
}
