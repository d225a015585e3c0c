import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readLaunchOptions } from '../../../../src-main/settings/launch-options.ts';

const electronArgs = ['/usr/bin/passbook', '--inspect=0', '--remote-debugging-port=0', '--no-sandbox', '.'];

describe('how the app was started', () => {
  test('as usual, with what desktops and Chromium add left aside', () => {
    assert.deepEqual(readLaunchOptions([...electronArgs, 'file.csv', '--hidden']), {
      options: { testMode: null, nowMs: null, hidden: true },
    });
  });

  test('in test mode, with the demo bank’s options and a moved clock, in both spellings', () => {
    const expected = {
      options: {
        testMode: { profile: '/tmp/p', demo: { latencyMs: 5, accounts: 1 } },
        nowMs: Date.UTC(2026, 0, 6),
        hidden: false,
      },
    };
    const json = '{"latencyMs":5,"accounts":1}';
    const apart = [
      '--test-mode',
      '--profile',
      '/tmp/p',
      '--demo-options',
      json,
      '--now',
      '2026-01-06T00:00:00Z',
    ];
    assert.deepEqual(readLaunchOptions([...electronArgs, ...apart]), expected);
    const joined = [
      '--test-mode',
      '--profile=/tmp/p',
      `--demo-options=${json}`,
      '--now=2026-01-06T00:00:00Z',
    ];
    assert.deepEqual(readLaunchOptions([...electronArgs, ...joined]), expected);
  });

  for (const [what, args] of [
    ['test mode without a profile', ['--test-mode']],
    ['a profile that is another option', ['--test-mode', '--profile', '--now']],
    ['demo options that are no JSON', ['--test-mode', '--profile', '/p', '--demo-options', '{']],
    ['a demo option there is not', ['--test-mode', '--profile', '/p', '--demo-options', '{"speed":1}']],
    ['a time that is none', ['--now', 'yesterday']],
  ] as const) {
    test(`not with ${what}`, () => {
      const read = readLaunchOptions([...electronArgs, ...args]);
      assert.ok('problem' in read);
      assert.match(read.problem, /^--/);
    });
  }
});
