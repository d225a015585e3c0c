import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { buildWhenStale } from '../starting/build-when-stale.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const standIn = fileURLToPath(new URL('../../test/support/electron-stand-in/electron', import.meta.url));
const { DISPLAY, WAYLAND_DISPLAY } = process.env;

if (process.platform === 'win32') {
  process.stderr.write('The preview is a shell script and Windows runs none: use `npm start`.\n');
  process.exitCode = 1;
} else if (process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY) {
  process.stderr.write(
    'The preview opens a window, and this terminal has no display (neither DISPLAY nor WAYLAND_DISPLAY is set).\n',
  );
  process.exitCode = 1;
} else if (buildWhenStale(root)) {
  const env = { ...process.env, PASSBOOK_STAND_IN_HEADFUL: '1' };
  const child = spawn(standIn, [root, ...process.argv.slice(2)], { stdio: 'inherit', env });
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.on('exit', (code) => {
    process.exitCode = code ?? 1;
  });
} else {
  process.stderr.write('The window could not be built.\n');
  process.exitCode = 1;
}
