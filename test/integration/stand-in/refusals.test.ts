import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { ElectronApplication } from 'playwright';
import { appExecutable } from '../../support/launch-app.ts';
import { openFixture, type OpenFixture } from '../../support/open-fixture.ts';

type InMain = Parameters<ElectronApplication['evaluate']>[0];
type Refusal = readonly [what: string, use: InMain, error: RegExp];

const skip = appExecutable().includes('stand-in')
  ? false
  : 'Electron runs here, which has what the stand-in refuses';

describe('what the stand-in does not have', { skip }, () => {
  let fixture: OpenFixture;
  before(async () => {
    fixture = await openFixture({});
  });
  after(() => fixture.close());

  const refused: readonly Refusal[] = [
    [
      'a call of app',
      ({ app }) => app.moveToApplicationsFolder(),
      /no app\.moveToApplicationsFolder: add it to/,
    ],
    [
      'a call of a window',
      ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setParentWindow(null),
      /no BrowserWindow\.setParentWindow: add it to/,
    ],
    [
      'a call of a page',
      ({ webContents }) => webContents.getAllWebContents()[0]?.printToPDF({}),
      /no WebContents\.printToPDF: add it to/,
    ],
    [
      'a whole module',
      ({ globalShortcut }) => globalShortcut.unregisterAll(),
      /no globalShortcut\.unregisterAll/,
    ],
    ['a static', ({ Menu }) => Menu.sendActionToFirstResponder('x'), /no Menu\.sendActionToFirstResponder/],
    [
      'an answer to a dialog',
      ({ dialog }) => dialog.showMessageBox({ message: '?' }),
      /nobody can answer it here/,
    ],
    [
      'schemes after ready',
      ({ protocol }) => protocol.registerSchemesAsPrivileged([]),
      /before app is ready/,
    ],
    ['another partition', ({ session }) => session.fromPartition('persist:x'), /default session only/],
    ['a relative path', ({ app }) => app.setPath('userData', 'here'), /Path must be absolute/],
    [
      'a window without contextIsolation',
      ({ BrowserWindow }) => new BrowserWindow({ webPreferences: { contextIsolation: false } }).id,
      /no webPreferences\.contextIsolation: false, only true/,
    ],
    [
      'a window without sandbox',
      ({ BrowserWindow }) => new BrowserWindow({ webPreferences: { sandbox: false } }).id,
      /no webPreferences\.sandbox: false, only true/,
    ],
    [
      'a window without webSecurity',
      ({ BrowserWindow }) => new BrowserWindow({ webPreferences: { webSecurity: false } }).id,
      /no webPreferences\.webSecurity: false, only true/,
    ],
    [
      'a window with Node in it',
      ({ BrowserWindow }) => new BrowserWindow({ webPreferences: { nodeIntegration: true } }).id,
      /no webPreferences\.nodeIntegration: true, only false/,
    ],
  ];
  for (const [what, use, error] of refused) {
    test(`${what} is refused by name`, async () => {
      await assert.rejects(fixture.electronApp.evaluate(use), error);
    });
  }
});
