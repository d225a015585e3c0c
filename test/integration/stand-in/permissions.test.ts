import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Page } from 'playwright';
import { openFixture, type OpenFixture } from '../../support/open-fixture.ts';

/** What a page asks for, with the answer of an app that grants and of one that denies. */
const asks: readonly (readonly [permission: string, script: string, granted: unknown, denied: unknown])[] = [
  ['notifications', 'Notification.requestPermission()', 'granted', 'denied'],
  [
    'geolocation',
    `new Promise((r) => navigator.geolocation.getCurrentPosition(() => r('position'), (e) => r(e.code === 1 ? 'denied' : 'asked'), { timeout: 100 }))`,
    'asked',
    'denied',
  ],
  [
    'clipboard-read',
    `navigator.clipboard.readText().then(() => 'read', (e) => /denied/i.test(e.message) ? 'denied' : 'asked')`,
    'read',
    'denied',
  ],
  [
    'media',
    `navigator.mediaDevices.getUserMedia({ audio: true }).then(() => 'got', (e) => e.name === 'NotAllowedError' ? 'denied' : 'asked')`,
    'asked',
    'denied',
  ],
];

const open = async (
  env: Readonly<Record<string, string>>,
  use: (fixture: OpenFixture) => Promise<void>,
): Promise<void> => {
  const fixture = await openFixture(env);
  try {
    await use(fixture);
  } finally {
    await fixture.close();
  }
};

const ask = (page: Page, script: string): Promise<unknown> => page.evaluate(`(async () => ${script})()`);

describe('permissions', () => {
  test('are asked of the app, and what it denies is denied', () =>
    open({ FIXTURE_GUARDED: '1' }, async ({ page, seen, until }) => {
      assert.equal(await ask(page, 'Notification.permission'), 'denied');
      for (const [permission, script, , denied] of asks) {
        assert.equal(await ask(page, script), denied, permission);
        await until(`permission ${permission} app://fixture/index.html`);
      }
      assert.equal((await seen()).filter((line) => line.startsWith('permission ')).length, asks.length);
    }));

  test('are all granted when the app has no handlers, as in Electron', () =>
    open({}, async ({ page }) => {
      assert.equal(await ask(page, 'Notification.permission'), 'granted');
      for (const [permission, script, granted] of asks) {
        assert.equal(await ask(page, script), granted, permission);
      }
    }));
});
