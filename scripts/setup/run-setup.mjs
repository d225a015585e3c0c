import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isNodeRecentEnough, pinnedNodePath } from '../pinned-node.mjs';
import { bringNode } from './bring-node.mjs';
import { bringKeytar, keytarLoads } from './keytar.mjs';
import { installPackages, packagesAreCurrent } from './packages.mjs';
import { packagesFingerprint, readStamp, writeStamp } from './stamp.mjs';
import { canCompileKeytar } from './system-needs.mjs';
import { bringSystemPackages } from './system-packages.mjs';

/** Brings what `task` (the npm script about to run) needs. Returns the exit code. */
export function runSetup(task) {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const packages = packagesFingerprint(root);
  const before = readStamp(root);
  if (isDone(before, packages, task)) return 0;

  bringSystemPackages(task, keytarLoads(root));
  if (!packagesAreCurrent(root) && !installPackages(root)) return 1;
  if (!bringNode(root)) return 1;
  const keytar = bringKeytar(root);

  const tasks = before.packages === packages ? [...new Set([...before.tasks, task])] : [task];
  writeStamp(root, { packages, tasks, keytar, couldCompile: canCompileKeytar() });
  return 0;
}

/** A keytar that is missing is tried again once the machine has what was lacking then. */
function isDone(stamp, packages, task) {
  const hasNode = existsSync(pinnedNodePath()) || isNodeRecentEnough(process.versions.node);
  const keytarIsSettled = stamp.keytar || stamp.couldCompile === canCompileKeytar();
  return hasNode && keytarIsSettled && stamp.packages === packages && stamp.tasks.includes(task);
}
