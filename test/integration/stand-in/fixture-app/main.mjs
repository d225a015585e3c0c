import { app, BrowserWindow, ipcMain, protocol } from 'electron';
import { join } from 'node:path';
protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
]);
const profile = process.argv[process.argv.indexOf('--profile') + 1];
app.setPath('userData', profile);
app.whenReady().then(() => {
  protocol.handle(
    'app',
    (request) =>
      new Response(
        '<!doctype html><title>Fixture</title><h1>Hello</h1><button id=b onclick="x()">b</button>',
        { headers: { 'content-type': 'text/html', 'content-security-policy': "default-src 'self'" } },
      ),
  );
  ipcMain.handle('echo', (event, value) => value);
  const w = new BrowserWindow({
    webPreferences: {
      preload: join(import.meta.dirname, 'preload.cjs'),
      contextIsolation: true,
      sandbox: true,
    },
  });
  w.loadURL('app://fixture/index.html');
});
