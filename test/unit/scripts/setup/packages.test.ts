import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test, type TestContext } from 'node:test';

// The set-up is plain JavaScript, since it runs before there is anything that knows types.
const door: unknown = await import(new URL('../../../../scripts/setup/packages.mjs', import.meta.url).href);
const { packagesAreCurrent } = door as { readonly packagesAreCurrent: (root: string) => boolean };

type Entries = Readonly<Record<string, object>>;

const locked: Entries = {
  '': { optionalDependencies: { keytar: '7.9.0' } },
  'node_modules/zod': { version: '4.6.7' },
  'node_modules/keytar': { version: '7.9.0', optional: true },
  'node_modules/@oxlint/binding-darwin-arm64': { version: '1.94.0', optional: true, dev: true },
};
const installedHere: Entries = {
  'node_modules/zod': { version: '4.6.7' },
  'node_modules/keytar': { version: '7.9.0', optional: true },
};

/** A checkout with that in npm's own list; the folders of `onDisk` really there. */
function checkout(t: TestContext, installed: Entries | null, onDisk = Object.keys(installed ?? {})): string {
  const root = mkdtempSync(join(tmpdir(), 'passbook-setup-'));
  t.after(() => rmSync(root, { recursive: true }));
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages: locked }));
  for (const path of onDisk) mkdirSync(join(root, path), { recursive: true });
  if (installed !== null) {
    writeFileSync(join(root, 'node_modules', '.package-lock.json'), JSON.stringify({ packages: installed }));
  }
  return root;
}

describe('the installed packages are current', () => {
  test('when all are there in the versions of the lock, but for other platforms', (t) => {
    assert.equal(packagesAreCurrent(checkout(t, installedHere)), true);
  });
});

describe('the installed packages are stale', () => {
  test('when nothing is installed', (t) => {
    assert.equal(packagesAreCurrent(checkout(t, null)), false);
  });

  test('when one has another version', (t) => {
    const older = { ...installedHere, 'node_modules/zod': { version: '4.6.6' } };
    assert.equal(packagesAreCurrent(checkout(t, older)), false);
  });

  test('when one is missing', (t) => {
    const { 'node_modules/zod': _zod, ...rest } = installedHere;
    assert.equal(packagesAreCurrent(checkout(t, rest)), false);
  });

  test('when npm lists one that is no longer on the disk', (t) => {
    assert.equal(packagesAreCurrent(checkout(t, installedHere, ['node_modules/keytar'])), false);
  });

  test('when npm dropped keytar, whose types everything needs', (t) => {
    const { 'node_modules/keytar': _keytar, ...rest } = installedHere;
    assert.equal(packagesAreCurrent(checkout(t, rest)), false);
  });
});
