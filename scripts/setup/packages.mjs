import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm } from './npm.mjs';
import { say, step } from './say.mjs';

/**
 * Whether node_modules holds what package-lock.json says, by the list npm leaves there. Binaries for another platform
 * may lack. keytar may not, though it is optional too: npm drops it whole when its build fails, and with it the types.
 */
export function packagesAreCurrent(root) {
  const installed = readJson(join(root, 'node_modules', '.package-lock.json'));
  const locked = readJson(join(root, 'package-lock.json'));
  if (installed === null || locked === null) return false;
  const ours = Object.keys(locked.packages[''].optionalDependencies || {}).map(
    (name) => `node_modules/${name}`,
  );
  return Object.entries(locked.packages).every(([path, entry]) => {
    if (path === '') return true;
    const found = installed.packages[path];
    if (found !== undefined) return found.version === entry.version && existsSync(join(root, path));
    const mayLack = entry.optional === true || entry.devOptional === true || entry.peer === true;
    return mayLack && !ours.includes(path);
  });
}

/**
 * `npm ci` without install scripts: some npm versions refuse to run them, and one that fails takes the whole
 * installation with it. The two we need are run after it (bring-node.mjs, keytar.mjs).
 */
export function installPackages(root) {
  const why = existsSync(join(root, 'node_modules')) ? 'changed' : 'not there yet';
  const result = step(`installing npm packages, ${why} (npm ci)`, () =>
    npm(root, ['ci', '--ignore-scripts', '--include=dev', '--include=optional', '--no-audit', '--no-fund']),
  );
  if (!result.ok) sayWhyNpmFailed(result.output);
  return result.ok;
}

const networkTrouble =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|\w+_CERT\w*/;

/** One sentence about the network, or npm's own first lines. */
export function sayWhyNpmFailed(output) {
  const trouble = networkTrouble.exec(output);
  if (trouble !== null) {
    say(
      `the npm registry could not be reached (${trouble[0]}): check network and proxy, then run this again.`,
    );
    return;
  }
  say('npm failed; its own words:');
  process.stderr.write(`${output.trim().split('\n').slice(0, 25).join('\n')}\n`);
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}
