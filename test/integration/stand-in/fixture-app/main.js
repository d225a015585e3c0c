// A small app that tests drive: it takes every part of Electron that Passbook relies on.
import { app, BrowserWindow, ipcMain, nativeTheme, protocol, session } from 'electron';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { pages } from './pages.js';

const { FIXTURE_GUARDED, FIXTURE_LOG, FIXTURE_HOLD, FIXTURE_LOCK } = process.env;
const seen = [];
globalThis.fixture = { seen, lastSender: null };
const note = (...words) => {
  seen.push(words.join(' '));
  if (FIXTURE_LOG !== undefined) appendFileSync(FIXTURE_LOG, `${words.join(' ')}\n`);
};

app.setPath('userData', process.argv[process.argv.indexOf('--profile') + 1]);
protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
]);

for (const name of ['will-finish-launching', 'ready', 'window-all-closed', 'before-quit', 'will-quit'])
  app.on(name, () => note(name));
app.on('quit', (_event, exitCode) => note('quit', exitCode));
process.on('exit', (code) => note('exit', code));
app.on('web-contents-created', () => note('web-contents-created'));
app.on('browser-window-created', () => note('browser-window-created'));
let held = false;
app.on('before-quit', (event) => {
  if (FIXTURE_HOLD !== 'before-quit' || held) return;
  held = true;
  event.preventDefault();
  setTimeout(() => app.quit(), 20);
});
if (FIXTURE_LOCK === '1') {
  if (!app.requestSingleInstanceLock({ from: process.env.FIXTURE_NAME })) {
    note('second leaves');
    app.quit();
  }
  app.on('second-instance', (_event, argv, cwd, data) =>
    note('second-instance', argv.at(-1), cwd, JSON.stringify(data)),
  );
}

ipcMain.handle('echo', (_event, value) => value);
ipcMain.handle('describe', (_event, value) => ({
  kind: Object.prototype.toString.call(value),
  text: String(value),
}));
ipcMain.handle('fail', (_event, what) => {
  if (what === 'string') throw 'only a text';
  throw Object.assign(new RangeError('out of range'), { code: 'E_RANGE' });
});
ipcMain.handle('function', () => () => 1);
ipcMain.handle('sender', ({ sender, senderFrame }) => ({
  url: senderFrame.url,
  origin: senderFrame.origin,
  isTop: senderFrame.top === senderFrame,
  parent: senderFrame.parent,
  sameContents: sender === BrowserWindow.getAllWindows()[0].webContents,
}));
ipcMain.on('said', (event, ...args) => {
  globalThis.fixture.lastSender = event;
  note('said', JSON.stringify(args));
  event.reply('answered', ...args);
});

function guard(contents) {
  contents.setWindowOpenHandler(({ url }) => {
    note('open', url);
    return { action: 'deny' };
  });
  for (const name of ['will-navigate', 'will-frame-navigate', 'will-redirect'])
    contents.on(name, (event) => {
      note(name, event.url, event.isMainFrame);
      if (!event.url.startsWith('app://fixture/')) event.preventDefault();
    });
}

function guardSession({ defaultSession }) {
  defaultSession.setPermissionRequestHandler((_contents, permission, answer, details) => {
    note('permission', permission, details.requestingUrl);
    answer(false);
  });
  defaultSession.setPermissionCheckHandler(() => false);
  defaultSession.webRequest.onBeforeRequest(({ url, resourceType }, answer) => {
    const cancel = !url.startsWith('app://fixture/');
    if (cancel) note('cancelled', resourceType, url);
    answer({ cancel });
  });
}

if (FIXTURE_GUARDED === '1') app.on('web-contents-created', (_event, contents) => guard(contents));

void app.whenReady().then(() => {
  if (FIXTURE_GUARDED === '1') guardSession(session);
  nativeTheme.on('updated', () => note('theme', nativeTheme.shouldUseDarkColors));
  protocol.handle('app', pages);
  const window = new BrowserWindow({
    width: 700,
    height: 500,
    webPreferences: {
      preload: join(import.meta.dirname, 'preload.cjs'),
      contextIsolation: true,
      sandbox: true,
    },
  });
  for (const name of ['show', 'hide', 'focus', 'blur', 'resize', 'move', 'closed', 'ready-to-show'])
    window.on(name, () => note('window', name));
  window.webContents.on('did-finish-load', () => note('did-finish-load'));
  return window.loadURL('app://fixture/index.html').then(() => note('loaded'));
});
