import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** `tsc -b` over all projects, its findings printed. Under a second when little has changed. */
export function typesAreSound(root: string): boolean {
  const startedMs = performance.now();
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const { status } = spawnSync(process.execPath, [tsc, '-b'], { cwd: root, stdio: 'inherit' });
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
  console.log(`== types: ${status === 0 ? 'sound' : 'not sound'} (${seconds} s)`);
  return status === 0;
}
