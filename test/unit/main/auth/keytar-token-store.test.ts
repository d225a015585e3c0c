import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { failureDetailWords } from '#shared/words/failure-detail-words.ts';
import { openKeytarTokenStore, type Keytar } from '../../../../src-main/auth/keytar-token-store.ts';

const entry = { kind: 'refresh-token', connectionId: 'a' } as const;
const broken = (message: string): Keytar => ({
  getPassword: () => Promise.reject(new Error(message)),
  setPassword: () => Promise.reject(new Error(message)),
  deletePassword: () => Promise.reject(new Error(message)),
});
const withCode = (code: string, message: string): Error => Object.assign(new Error(message), { code });

describe('a keychain that cannot be used is a value with a reason, never a crash', () => {
  const loaders: readonly [name: string, load: () => Promise<Keytar>, detail: RegExp][] = [
    [
      'the optional package is missing',
      () => Promise.reject(withCode('ERR_MODULE_NOT_FOUND', "Cannot find package 'keytar'")),
      /keytar is not installed/,
    ],
    [
      'libsecret is missing',
      () => Promise.reject(withCode('ERR_DLOPEN_FAILED', 'libsecret-1.so.0: cannot open shared object file')),
      /libsecret is missing/,
    ],
    [
      'there is no session bus',
      () => Promise.resolve(broken('Cannot autolaunch D-Bus without X11 $DISPLAY')),
      /no session bus/,
    ],
    [
      'the session bus is dead',
      () => Promise.resolve(broken('Could not connect: No such file')),
      /no session bus/,
    ],
    [
      'no keyring runs',
      () =>
        Promise.resolve(broken('The name org.freedesktop.secrets was not provided by any .service files')),
      /no keyring/,
    ],
    ['it says something unheard of', () => Promise.resolve(broken('QZX-17')), /no known reason/],
  ];
  for (const [name, load, detail] of loaders) {
    test(name, async () => {
      const opened = await openKeytarTokenStore(load);
      assert.ok(!opened.ok && opened.failure.kind === 'keychain-unavailable');
      assert.match(failureDetailWords(opened.failure.detail), detail);
    });
  }

  test('it never answers, as when it waits for a password nobody types', async () => {
    const silent: Keytar = { ...broken(''), getPassword: () => new Promise(() => {}) };
    const opened = await openKeytarTokenStore(() => Promise.resolve(silent), 1);
    assert.ok(!opened.ok && opened.failure.kind === 'keychain-unavailable');
    assert.match(failureDetailWords(opened.failure.detail), /did not answer/);
  });

  test('it fails later, and its message, which holds the secret, is not passed on', async () => {
    const laterBroken: Keytar = {
      ...broken('cannot store TOP-SECRET'),
      getPassword: () => Promise.resolve(null),
    };
    const opened = await openKeytarTokenStore(() => Promise.resolve(laterBroken));
    assert.ok(opened.ok);
    for (const result of [await opened.value.write(entry, 'TOP-SECRET'), await opened.value.erase(entry)]) {
      assert.ok(!result.ok && result.failure.kind === 'keychain-unavailable');
      assert.doesNotMatch(JSON.stringify(result), /TOP-SECRET/);
    }
  });
});
