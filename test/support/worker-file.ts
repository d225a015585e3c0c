import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isBundleFresh } from '../../scripts/starting/is-bundle-fresh.mjs';

const root = join(import.meta.dirname, '..', '..');

/**
 * What threads run: the bundle where it is made of exactly these sources, as the built app does, else the sources. A
 * thread starts in a third of the time from the bundle, and the tests start some two thousand.
 */
export const workerFile = pathToFileURL(
  join(root, ...(isBundleFresh(root) ? ['out', 'main', 'worker.js'] : ['src-worker', 'tasks', 'worker.ts'])),
);
