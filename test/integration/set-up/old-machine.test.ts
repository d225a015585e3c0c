import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';

const root = join(import.meta.dirname, '..', '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'passbook with blank '));
after(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a script as if Node were of that version; the script asks `process.versions` for it. */
function runOnNode(version: string, ...args: readonly string[]) {
  const pretend = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } })`;
  const preload = `data:text/javascript,${encodeURIComponent(pretend)}`;
  return spawnSync(process.execPath, ['--import', preload, ...args], { cwd: folder, encoding: 'utf8' });
}

describe('on a machine that lacks something, one sentence says what', () => {
  for (const version of ['16.20.2', '20.20.2', '24.17.0']) {
    test(`passbook on Node ${version}`, () => {
      const { status, stdout, stderr } = runOnNode(version, join(root, 'bin', 'passbook.mjs'), '--version');
      assert.equal(status, 1);
      assert.equal(stdout, '');
      assert.match(
        stderr,
        new RegExp(`^Passbook needs Node 24.18 or later and this is ${version}; [^\n]*npx passbook[^\n]*\n$`),
      );
    });
  }

  test('passbook on a Node that is recent enough just runs', () => {
    const { status, stdout, stderr } = runOnNode('24.18.0', join(root, 'bin', 'passbook.mjs'), '--version');
    assert.deepEqual({ status, stderr }, { status: 0, stderr: '' });
    assert.match(stdout, /^\d+\.\d+\.\d+\n$/);
  });

  test('passbook in a checkout without packages', () => {
    cpSync(join(root, 'bin'), join(folder, 'bin'), { recursive: true });
    cpSync(join(root, 'package.json'), join(folder, 'package.json'));
    const { status, stderr } = runOnNode('24.18.0', join('bin', 'passbook.mjs'), 'demo');
    assert.equal(status, 1);
    assert.match(stderr, /^[^\n]*npm ci[^\n]*\n$/);
  });

  test('the set-up on Node 16', () => {
    const { status, stderr } = runOnNode('16.20.2', join(root, 'scripts', 'setup.mjs'), 'test');
    assert.equal(status, 1);
    assert.match(stderr, /^Passbook needs Node 18 or later [^\n]*16\.20\.2\.\n$/);
  });
});
