import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm } from './npm.mjs';
import { say, step } from './say.mjs';

const everything = ['--include=dev', '--include=optional', '--loglevel=error', '--no-audit', '--no-fund'];

/**
 * Whether node_modules holds what package-lock.json says, by the list npm leaves there. What is optional may lack:
 * a binary for another platform, keytar where it did not compile.
 */
export function packagesAreCurrent(root) {
  const installed = readJson(join(root, 'node_modules', '.package-lock.json'));
  const locked = readJson(join(root, 'package-lock.json'));
  if (installed === null || locked === null) return false;
  return Object.entries(locked.packages).every(([path, entry]) => {
    if (path === '') return true;
    const found = installed.packages[path];
    if (found === undefined)
      return entry.optional === true || entry.devOptional === true || entry.peer === true;
    return found.version === entry.version && existsSync(join(root, path));
  });
}

/** `npm ci`; on failure says why in a sentence. */
export function installPackages(root) {
  const why = existsSync(join(root, 'node_modules')) ? 'changed' : 'not installed yet';
  const result = step(`installing npm packages, ${why} (npm ci, about half a minute)`, () =>
    npm(root, ['ci', ...everything]),
  );
  if (!result.ok) sayWhyNpmFailed(result.output);
  return result.ok;
}

/**
 * npm drops an optional package whose build failed. Without its files nothing that names it type-checks, and there is
 * nothing to compile later: so they are put back, uncompiled.
 */
export function restoreOptionalPackages(root) {
  if (existsSync(join(root, 'node_modules', 'keytar'))) return;
  npm(root, ['install', '--no-save', '--ignore-scripts', ...everything]);
}

const networkTrouble =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT/;

function sayWhyNpmFailed(output) {
  const trouble = networkTrouble.exec(output);
  if (trouble !== null) {
    say(
      `the npm registry could not be reached (${trouble[0]}): check the network or proxy, then run this again.`,
    );
    return;
  }
  say('npm ci failed; its own words:');
  process.stderr.write(`${output.trim().split('\n').slice(-25).join('\n')}\n`);
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}
