import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const sources = [
  'src-shared',
  'src-main',
  'src-worker',
  'src-demo-bank',
  'src-renderer',
  'electron.vite.config.ts',
  'renderer.vite.config.ts',
  'package.json',
];

/** Bundles the desktop app where the bundle is missing or older than what it is made of. Returns whether there is one. */
export function buildWhenStale(root) {
  const bundle = join(root, 'out', 'main', 'main.js');
  const newest = Math.max(...sources.map((path) => newestIn(join(root, path))));
  if (existsSync(bundle) && statSync(bundle).mtimeMs >= newest) return true;
  process.stderr.write('Building the window ...\n');
  const script = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const run = spawnSync(process.execPath, [script, 'build'], { cwd: root, encoding: 'utf8' });
  if (run.status !== 0) process.stderr.write(`${run.stdout}${run.stderr}\n`);
  return run.status === 0;
}

function newestIn(path) {
  if (!existsSync(path)) return 0;
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  return Math.max(mtimeMs, ...readdirSync(path).map((name) => newestIn(join(path, name))));
}
