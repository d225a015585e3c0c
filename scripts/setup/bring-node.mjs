import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { isNodeRecentEnough, pinnedNodePath } from '../pinned-node.mjs';
import { npm } from './npm.mjs';
import { say, step } from './say.mjs';

/** The version the pinned Node reports when it is run, or `null` when there is none that runs. */
function pinnedNodeVersion() {
  const run = spawnSync(pinnedNodePath(), ['--version'], { encoding: 'utf8' });
  return run.status === 0 ? run.stdout.trim().replace('v', '') : null;
}

/**
 * Makes sure there is a Node to run on. The package `node` fetches its executable in an install script, which npm
 * may have been told not to run; then we run it.
 */
export function bringNode(root) {
  if (isUsable(pinnedNodeVersion())) return true;
  const folder = join(root, 'node_modules', 'node');
  step('fetching the pinned Node', () => {
    const run = spawnSync(process.execPath, ['installArchSpecificPackage.js'], {
      cwd: folder,
      encoding: 'utf8',
    });
    // Only makes the link in node_modules/.bin again, which npm leaves out while its target is missing.
    npm(root, ['rebuild', 'node', '--ignore-scripts', '--loglevel=error']);
    return { ok: run.status === 0 && isUsable(pinnedNodeVersion()) };
  });
  if (isUsable(pinnedNodeVersion())) return true;
  if (isNodeRecentEnough(process.versions.node)) {
    say(
      `the pinned Node cannot be had for ${process.platform} ${process.arch}; going on with ${process.version}.`,
    );
    return true;
  }
  say(
    `Passbook needs a newer Node than ${process.version}, and the one it brings could not be installed for ` +
      `${process.platform} ${process.arch}: install Node 24 from nodejs.org and run this again.`,
  );
  return false;
}

function isUsable(version) {
  return version !== null && isNodeRecentEnough(version);
}
