// `node scripts/lock/complete-lock.ts`: after an `npm install` in a place whose registry lacks other platforms.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { platformOf } from './platform-of.ts';
import { unlockedPackages, type LockedPackage, type PackageLock } from './unlocked-packages.ts';

const path = join(import.meta.dirname, '..', '..', 'package-lock.json');
// Our own file, checked by the architecture tests.
const lock = JSON.parse(readFileSync(path, 'utf8')) as PackageLock;
const packages: Record<string, LockedPackage> = { ...lock.packages };
const missing = unlockedPackages(lock);

for (const { name, version, neededBy, optional } of missing) {
  const platform = platformOf(name);
  if (!optional || platform === null)
    throw new Error(`${name}, needed by ${neededBy}, is not locked: run npm install.`);
  // Without `integrity`: it is not known here. npm fills it in when the lock is written next on such a machine.
  const dev = packages[neededBy]?.dev === true;
  packages[`node_modules/${name}`] = { version, ...platform, ...(dev ? { dev } : {}), optional };
}

const root = Object.entries(packages).filter(([key]) => key === '');
const rest = Object.entries(packages).filter(([key]) => key !== '');
const sorted = Object.fromEntries([...root, ...rest.toSorted(([a], [b]) => a.localeCompare(b, 'en'))]);
writeFileSync(path, `${JSON.stringify({ ...lock, packages: sorted }, null, 2)}\n`);
console.log(`${missing.length} packages of other platforms added to the lock.`);
