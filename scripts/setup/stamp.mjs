import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What decides about the packages: the lock, the parts of package.json that npm installs by, and the machine. */
export function packagesFingerprint(root) {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const { dependencies, devDependencies, optionalDependencies, allowScripts } = manifest;
  const hash = createHash('sha256');
  hash.update(JSON.stringify([dependencies, devDependencies, optionalDependencies, allowScripts]));
  hash.update(readFileSync(join(root, 'package-lock.json')));
  hash.update(`${process.platform} ${process.arch}`);
  return hash.digest('hex');
}

/** What the last set-up left done. Kept inside node_modules, so that it goes when they go. */
export function readStamp(root) {
  try {
    return JSON.parse(readFileSync(stampPath(root), 'utf8'));
  } catch {
    return { packages: null, tasks: [], keytar: false, couldCompile: false };
  }
}

/** @see readStamp */
export function writeStamp(root, stamp) {
  writeFileSync(stampPath(root), `${JSON.stringify(stamp)}\n`);
}

function stampPath(root) {
  return join(root, 'node_modules', '.passbook-setup.json');
}
