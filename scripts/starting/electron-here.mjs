import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** How long a download may take, and how long a failed one is not tried again. */
const downloadLimitMs = 180_000;
const tryAgainAfterMs = 24 * 3_600_000;

/** Where Electron can run: its executable. Where not: why, as the end of the sentence "The window needs ...". */
export function electronHere(root, env = process.env) {
  const hasScreen = process.platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
  if (!hasScreen)
    return { why: 'a display, and this terminal has none (neither DISPLAY nor WAYLAND_DISPLAY is set)' };
  if (process.platform === 'linux' && process.getuid() === 0) {
    return { why: 'an ordinary user: Electron keeps its page in a sandbox, which it cannot do for root' };
  }
  const executable = installed(root) ?? (fetchOnce(root) ? installed(root) : null);
  if (executable !== null) return { executable };
  return {
    why: "Electron's binary, which could not be fetched from GitHub (npx install-electron says more)",
  };
}

function installed(root) {
  const folder = join(root, 'node_modules', 'electron');
  const pathFile = join(folder, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const executable = join(folder, 'dist', readFileSync(pathFile, 'utf8').trim());
  return existsSync(executable) ? executable : null;
}

function fetchOnce(root) {
  const failedBefore = join(root, 'node_modules', '.passbook-no-electron');
  if (existsSync(failedBefore) && Date.now() - statSync(failedBefore).mtimeMs < tryAgainAfterMs) return false;
  process.stderr.write("setup: fetching Electron's binary ...\n");
  const script = join(root, 'node_modules', 'electron', 'install.js');
  const { status } = spawnSync(process.execPath, [script], { stdio: 'ignore', timeout: downloadLimitMs });
  if (status !== 0) writeFileSync(failedBefore, '');
  return status === 0;
}
