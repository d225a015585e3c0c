import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { appMenu } from '../../../../src-main/desktop/app-menu.ts';

type Item = ReturnType<typeof appMenu>[number];

const silent = {
  syncNow: () => undefined,
  cancelSync: () => undefined,
  open: () => undefined,
  openWindow: () => undefined,
  revealLedger: () => undefined,
  openDocs: () => undefined,
};

function everyItem(items: readonly Item[]): readonly Item[] {
  return items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? everyItem(item.submenu) : [])]);
}

for (const platform of ['linux', 'win32', 'darwin'] as const) {
  describe(`the menu on ${platform}`, () => {
    const items = everyItem(appMenu(platform, silent));

    test('has sync, settings, connect, edit roles, about and quit', () => {
      for (const label of [
        'Sync Now',
        'Cancel Sync',
        'Settings…',
        'Connect a Bank…',
        'Show the Ledger File',
      ]) {
        assert.equal(items.filter((item) => item.label === label).length, 1, label);
      }
      for (const role of ['editMenu', 'about', 'quit', 'close', 'togglefullscreen'] as const) {
        assert.equal(items.filter((item) => item.role === role).length, 1, role);
      }
    });

    test('gives no key two meanings', () => {
      const keys = items.flatMap(({ accelerator }) => (accelerator === undefined ? [] : [accelerator]));
      assert.equal(new Set(keys).size, keys.length);
    });

    test('has no developer tools and no reload', () => {
      assert.deepEqual(
        items.filter(({ role }) => role === 'toggleDevTools' || role === 'reload' || role === 'forceReload'),
        [],
      );
    });
  });
}
