import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { buildWhenStale } from '../starting/build-when-stale.mjs';
import type { TestGroup } from './test-groups.ts';

/**
 * What a group needs before its first file runs. Integration tests start many threads, and those start faster
 * from the bundle. The end-to-end specs drive the bundled app, which is built once here
 * and not by each file, and their first line says what they drive.
 *
 * @returns why the group cannot run; `null`: it can.
 */
export function makeReady(root: string, { name }: TestGroup): string | null {
  // Faster from the bundle, and as well from the sources.
  if (name === 'integration') buildWhenStale(root);
  if (name !== 'e2e') return null;
  const sayDriver = join(root, 'test', 'support', 'e2e', 'say-driver.ts');
  spawnSync(process.execPath, [sayDriver], { cwd: root, stdio: 'inherit' });
  return buildWhenStale(root) ? null : 'The desktop app could not be bundled, so no end-to-end spec ran.';
}
