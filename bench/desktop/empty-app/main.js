// What any Electron app costs: one window with one heading, and nothing else. The bench starts it beside Passbook.
import { app, BrowserWindow } from 'electron';

app.setPath('userData', process.argv[process.argv.indexOf('--profile') + 1]);
void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1180, height: 780, webPreferences: { sandbox: true } });
  return window.loadURL('data:text/html,<title>Empty</title><h1>Empty</h1>');
});
