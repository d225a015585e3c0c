import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isBundleFresh } from '../../scripts/starting/is-bundle-fresh.mjs';

const root = join(import.meta.dirname, '..', '..');

/**
 * What threads run: the bundle where it is made of exactly these sources, as the built app does, else the sources. A
 * thread costs 0.08 CPU seconds from the bundle instead of 0.21, and starting threads is most of what the tests do.
 */
export const workerFile = pathToFileURL(
  join(root, ...(isBundleFresh(root) ? ['out', 'main', 'worker.js'] : ['src-worker', 'tasks', 'worker.ts'])),
);
