import { readdirSync, statSync } from 'node:fs';
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
  'package-lock.json',
];

/** The file whose time stands for the whole bundle. */
export const bundleMark = (root) => join(root, 'out', 'main', 'main.js');

/**
 * Whether there is a bundle and nothing it is made of has changed since: then it may run in the place of the sources.
 * A file that came or went shows in the time of its folder. Takes some milliseconds.
 */
export function isBundleFresh(root) {
  const built = statSync(bundleMark(root), { throwIfNoEntry: false });
  return built !== undefined && sources.every((path) => !hasChanged(join(root, path), built.mtimeMs));
}

function hasChanged(path, sinceMs) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return false;
  if (found.mtimeMs > sinceMs) return true;
  return found.isDirectory() && readdirSync(path).some((name) => hasChanged(join(path, name), sinceMs));
}
