import { spawn } from 'node:child_process';
import { refusing } from '../refuse-missing.ts';
import { runtime } from '../runtime.ts';
import { say } from '../say.ts';

/** Only a person who looks at the window wants another program opened; a test run wants a line about it. */
async function open(what: string, target: string): Promise<void> {
  if (!runtime().headful) return say(`[stand-in] ${what} ${target}`);
  const child = spawn(process.platform === 'darwin' ? 'open' : 'xdg-open', [target], {
    stdio: 'ignore',
    detached: true,
  });
  child.on('error', (error) => say(`[stand-in] ${what} ${target}: ${error.message}`));
  child.unref();
}

/** Electron's `shell`. Specs replace its functions to see what was asked of them. */
export const shell: object = refusing('shell', {
  openExternal: async (url: string) => {
    if (!URL.canParse(url)) throw new Error('Invalid URL');
    await open('shell.openExternal', url);
  },
  openPath: async (path: string) => {
    await open('shell.openPath', path);
    return '';
  },
  showItemInFolder: (path: string) => void open('shell.showItemInFolder', path),
  beep: () => undefined,
});
