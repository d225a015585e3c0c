import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openFixture, type OpenFixture } from '../../support/open-fixture.ts';

/** A PNG of 2 by 1 pixels. */
const png =
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAYAAAD0In+KAAAADklEQVR4nGNkYGD4DwABCQEBtxmN7wAAAABJRU5ErkJggg==';

describe('the system around the app', () => {
  let fixture: OpenFixture;
  before(async () => {
    fixture = await openFixture({});
  });
  after(() => fixture.close());

  test('a menu is built, clicked and found as in Electron', async () => {
    const told = await fixture.electronApp.evaluate(({ Menu }) => {
      const clicked: string[] = [];
      const menu = Menu.buildFromTemplate([
        {
          label: 'Sync',
          submenu: [
            { id: 'now', label: 'Sync now', click: (item) => clicked.push(item.label) },
            { type: 'separator' },
            { id: 'a', label: 'A', type: 'radio', checked: true },
            { id: 'b', label: 'B', type: 'radio' },
            { id: 'c', label: 'C', type: 'checkbox' },
          ],
        },
        { role: 'editMenu' },
      ]);
      const { a, b, c, now } = Object.fromEntries(
        ['a', 'b', 'c', 'now'].map((id) => [id, menu.getMenuItemById(id)]),
      );
      now?.click();
      b?.click();
      c?.click();
      const broken = (() => {
        try {
          Menu.buildFromTemplate([{ enabled: false }]);
          return 'built';
        } catch (error) {
          return String(error);
        }
      })();
      const roles = menu.items[1]?.submenu?.items.map(({ role }) => role);
      return {
        clicked,
        checked: [a?.checked, b?.checked, c?.checked],
        broken,
        roles,
        nobody: menu.getMenuItemById('x'),
      };
    });
    assert.deepEqual(told, {
      clicked: ['Sync now'],
      checked: [false, true, true],
      broken: 'TypeError: Invalid template for MenuItem: must have at least one of label, role or type',
      roles: ['undo', 'redo', undefined, 'cut', 'copy', 'paste', 'delete', undefined, 'selectall'],
      nobody: null,
    });
  });

  test('keys the page does not take press the menu', async () => {
    const { electronApp, page, until } = fixture;
    await electronApp.evaluate(({ Menu }) => {
      const { seen } = (globalThis as unknown as { fixture: { seen: string[] } }).fixture;
      Menu.setApplicationMenu(
        Menu.buildFromTemplate([
          {
            label: 'App',
            submenu: [{ label: 'Go', accelerator: 'CmdOrCtrl+Shift+G', click: () => seen.push('menu go') }],
          },
        ]),
      );
    });
    await page.keyboard.press('ControlOrMeta+G');
    await page.keyboard.press('ControlOrMeta+Shift+G');
    await until('menu go');
    assert.equal((await fixture.seen()).filter((line) => line === 'menu go').length, 1);
  });

  test('images know their size and scale', async () => {
    const told = await fixture.electronApp.evaluate(({ nativeImage }, data) => {
      const image = nativeImage.createFromBuffer(Buffer.from(data, 'base64'));
      image.setTemplateImage(true);
      return [
        image.isEmpty(),
        image.getSize(),
        image.isTemplateImage(),
        image.toPNG().toString('base64') === data,
        nativeImage.createEmpty().isEmpty(),
        nativeImage.createFromPath('/nowhere.png').isEmpty(),
      ];
    }, png);
    assert.deepEqual(told, [false, { width: 2, height: 1 }, true, true, true, true]);
  });

  test('a tray refuses an image that is not there, and all use once destroyed', async () => {
    const told = await fixture.electronApp.evaluate(({ Tray, nativeImage, Menu }) => {
      const attempt = (run: () => void): string => {
        try {
          run();
          return 'fine';
        } catch (error) {
          return String(error);
        }
      };
      const tray = new Tray(nativeImage.createEmpty());
      let clicks = 0;
      tray.on('click', () => clicks++);
      tray.emit('click');
      const fine = attempt(() => {
        tray.setToolTip('x');
        tray.setContextMenu(Menu.buildFromTemplate([]));
      });
      tray.destroy();
      return [
        clicks,
        fine,
        attempt(() => tray.setToolTip('x')),
        attempt(() => new Tray('/nowhere.png').destroy()),
      ];
    });
    assert.deepEqual(told, [
      1,
      'fine',
      'Error: Tray is destroyed',
      "Error: Failed to load image from path '/nowhere.png'",
    ]);
  });

  test('a notification tells that it is shown, and can be clicked by a spec', async () => {
    const heard = await fixture.electronApp.evaluate(async ({ Notification }) => {
      const heard: string[] = [];
      const notification = new Notification({ title: 'New', body: '3 rows' });
      for (const name of ['show', 'click', 'close'] as const)
        notification.on(name as 'show', () => heard.push(name));
      const next = (name: 'show' | 'close'): Promise<void> =>
        new Promise((resolve) => notification.once(name as 'show', () => resolve()));
      const shown = next('show');
      notification.show();
      await shown;
      notification.emit('click', {});
      const closed = next('close');
      notification.close();
      await closed;
      return [Notification.isSupported(), notification.title, heard];
    });
    assert.deepEqual(heard, [true, 'New', ['show', 'click', 'close']]);
  });

  test('specs may put their own answer in the place of a dialog', async () => {
    const response = await fixture.electronApp.evaluate(async ({ dialog }) => {
      dialog.showMessageBox = async () => ({ response: 1, checkboxChecked: false });
      return (await dialog.showMessageBox({ message: '?' })).response;
    });
    assert.equal(response, 1);
  });

  test('a download that begins is told to the app', async () => {
    const { electronApp, page, until } = fixture;
    await electronApp.evaluate(({ session }) => {
      const { seen } = (globalThis as unknown as { fixture: { seen: string[] } }).fixture;
      session.defaultSession.on('will-download', (event, item) => {
        event.preventDefault();
        seen.push(`download ${item.getFilename()}`);
      });
    });
    await page.evaluate(`(() => {
      const a = document.createElement('a');
      a.href = URL.createObjectURL(new Blob(['x']));
      a.download = 'rows.csv';
      a.click();
    })()`);
    await until('download rows.csv');
  });

  test('power events are sent by emitting them', async () => {
    const heard = await fixture.electronApp.evaluate(({ powerMonitor }) => {
      let count = 0;
      powerMonitor.on('resume', () => count++);
      powerMonitor.emit('resume');
      return count;
    });
    assert.equal(heard, 1);
  });
});
