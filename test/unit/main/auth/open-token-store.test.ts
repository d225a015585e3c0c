import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { failed } from '#shared/result.ts';
import { failureDetailWords } from '#shared/words/failure-detail-words.ts';
import { openTokenStore } from '../../../../src-main/auth/open-token-store.ts';

const noKeychain = failed({ kind: 'keychain-unavailable', detail: 'there is none' });
const openNone = () => Promise.resolve(noKeychain);

describe('choosing the token store', () => {
  test('takes memory when told so, without touching the keychain', async () => {
    const opened = await openTokenStore('memory', () => assert.fail('asked the keychain'));
    assert.ok(opened.ok);
    assert.equal(opened.value.kind, 'memory');
  });

  for (const choice of [undefined, '', 'keychain']) {
    test(`never falls back to memory by itself (${JSON.stringify(choice)})`, async () => {
      assert.deepEqual(await openTokenStore(choice, openNone), noKeychain);
    });
  }

  test('refuses a value it does not know, and says which there are', async () => {
    const opened = await openTokenStore('file', openNone);
    assert.ok(!opened.ok && opened.failure.kind === 'keychain-unavailable');
    assert.match(failureDetailWords(opened.failure.detail), /"memory" or "keychain"/);
  });
});
