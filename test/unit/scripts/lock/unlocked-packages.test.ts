import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { platformOf } from '../../../../scripts/lock/platform-of.ts';
import { unlockedPackages } from '../../../../scripts/lock/unlocked-packages.ts';

describe('packages missing from the lock', () => {
  test('are those no entry answers, optional or not', () => {
    const packages = {
      '': { dependencies: { a: '1.0.0' } },
      'node_modules/a': { dependencies: { b: '2.0.0' }, optionalDependencies: { '@a/darwin-x64': '1.0.0' } },
    };
    assert.deepEqual(unlockedPackages({ packages }), [
      { name: 'b', version: '2.0.0', neededBy: 'node_modules/a', optional: false },
      { name: '@a/darwin-x64', version: '1.0.0', neededBy: 'node_modules/a', optional: true },
    ]);
  });

  test('are looked for in nested folders and in every folder further out', () => {
    const packages = {
      '': { dependencies: { a: '1.0.0' } },
      'node_modules/a': { dependencies: { b: '2.0.0' } },
      'node_modules/a/node_modules/b': { dependencies: { c: '1.0.0', d: '1.0.0' } },
      'node_modules/a/node_modules/c': {},
      'node_modules/d': {},
    };
    assert.deepEqual(unlockedPackages({ packages }), []);
  });
});

describe('the platform in a package name', () => {
  const cases = [
    ['@oxlint/binding-linux-x64-musl', { os: ['linux'], cpu: ['x64'], libc: ['musl'] }],
    ['@oxlint/binding-linux-arm-gnueabihf', { os: ['linux'], cpu: ['arm'], libc: ['glibc'] }],
    ['@oxlint/binding-linux-arm-musleabihf', { os: ['linux'], cpu: ['arm'], libc: ['musl'] }],
    ['@oxlint/binding-win32-arm64-msvc', { os: ['win32'], cpu: ['arm64'] }],
    ['@oxlint-tsgolint/darwin-arm64', { os: ['darwin'], cpu: ['arm64'] }],
    ['p-retry', null],
    ['@rolldown/pluginutils', null],
  ] as const;
  for (const [name, platform] of cases) {
    test(name, () => {
      assert.deepEqual(platformOf(name), platform);
    });
  }
});
