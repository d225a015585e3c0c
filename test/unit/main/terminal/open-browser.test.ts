import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { browserCommand } from '../../../../src-main/terminal/open-browser.ts';
import { psuIpOf } from '../../../../src-main/terminal/psu-ip.ts';
import { fakeParts } from '../../../support/terminal/fake-parts.ts';
import { fakeSurroundings } from '../../../support/terminal/fake-surroundings.ts';
import { testContext, type RecordedLog } from '../../../support/terminal/test-context.ts';

const link = 'https://auth.example.org/?a=1&b=$(touch /tmp/x)';

describe('opening the browser', () => {
  const rows: readonly (readonly [NodeJS.Platform, Record<string, string>, readonly string[] | null])[] = [
    ['linux', { DISPLAY: ':0' }, ['xdg-open', link]],
    ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, ['xdg-open', link]],
    ['linux', {}, null],
    ['darwin', {}, ['open', link]],
    ['win32', {}, ['rundll32', 'url.dll,FileProtocolHandler', link]],
  ];
  for (const [platform, env, command] of rows) {
    test(`${platform} with ${Object.keys(env).join() || 'no display'}: the link is one argument, never a shell's`, () => {
      assert.deepEqual(browserCommand(link, platform, env), command);
    });
  }
});

describe('the address told to the bank', () => {
  const asked: string[] = [];
  const parts = fakeParts({
    outwardAddress: (host, port) => {
      asked.push(`${host} ${String(port)}`);
      return Promise.resolve(null);
    },
  });

  test('is the one the user set', async () => {
    const terminal = fakeSurroundings({ env: { PASSBOOK_PSU_IP: '203.0.113.9' } });
    assert.equal(await psuIpOf(testContext(terminal), 'https://api.example.org'), '203.0.113.9');
  });

  test('is else the machine’s towards that bank, and none where there is no route', async () => {
    assert.equal(await psuIpOf(testContext(fakeSurroundings()), 'https://api.example.org'), '192.0.2.7');
    const nowhere = testContext(fakeSurroundings(), { parts });
    assert.equal(await psuIpOf(nowhere, 'https://api.example.org'), undefined);
    assert.equal(await psuIpOf(nowhere, 'http://localhost:4001'), undefined);
    assert.deepEqual(asked, ['api.example.org 443', 'localhost 4001']);
  });

  test('is never what is no address', async () => {
    const log: RecordedLog = { lines: [], secrets: [] };
    const terminal = fakeSurroundings({ env: { PASSBOOK_PSU_IP: 'home\r\nX-Evil: 1' } });
    assert.equal(await psuIpOf(testContext(terminal, { log }), 'https://api.example.org'), '192.0.2.7');
    assert.equal(log.lines.length, 1);
  });
});
