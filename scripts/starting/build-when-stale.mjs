import { spawnSync } from 'node:child_process';
import { rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { bundleMark, isBundleFresh } from './is-bundle-fresh.mjs';

/** Bundles the desktop app where the bundle is missing or older than what it is made of. Returns whether there is one. */
export function buildWhenStale(root) {
  if (isBundleFresh(root)) return true;
  process.stderr.write('Building the app ...\n');
  const begun = new Date();
  const script = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const run = spawnSync(process.execPath, [script, 'build'], { cwd: root, encoding: 'utf8' });
  if (run.status !== 0) {
    process.stderr.write(`${run.stdout}${run.stderr}\n`);
    // Half a bundle must not pass for one.
    rmSync(bundleMark(root), { force: true });
    return false;
  }
  // What is saved while it builds may be in the bundle or not.
  utimesSync(bundleMark(root), begun, begun);
  return true;
}
