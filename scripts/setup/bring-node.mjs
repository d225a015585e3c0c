import { spawnSync } from 'node:child_process';
import { isNodeRecentEnough, pinnedNodePath } from '../pinned-node.mjs';
import { npm } from './npm.mjs';
import { sayWhyNpmFailed } from './packages.mjs';
import { say, step } from './say.mjs';

/**
 * Makes sure there is a Node to run on. The package `node` fetches the executable for this platform in its install
 * script; it comes from the npm registry like everything else.
 */
export function bringNode(root) {
  if (isUsable(pinnedNodeVersion())) return true;
  const result = step('fetching the pinned Node', () => {
    const run = npm(root, ['rebuild', 'node', '--ignore-scripts=false']);
    return { ...run, ok: run.ok && isUsable(pinnedNodeVersion()) };
  });
  if (result.ok) return true;
  if (isNodeRecentEnough(process.versions.node)) {
    say(
      `the pinned Node cannot be had for ${process.platform} ${process.arch}; going on with ${process.version}.`,
    );
    return true;
  }
  sayWhyNpmFailed(result.output);
  say(
    `Passbook needs a newer Node than ${process.version}, and the one it brings could not be installed: ` +
      'install Node 24 from nodejs.org, or mend the cause above, and run this again.',
  );
  return false;
}

/** The version the pinned Node reports when it is run; `null` when there is none that runs. */
function pinnedNodeVersion() {
  const run = spawnSync(pinnedNodePath(), ['--version'], { encoding: 'utf8' });
  return run.status === 0 ? run.stdout.trim().replace('v', '') : null;
}

function isUsable(version) {
  return version !== null && isNodeRecentEnough(version);
}
