import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { runPassbook } from '../../support/terminal/run-passbook.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'passbook-checkout-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const parts = [
  'bin',
  'package.json',
  'scripts',
  'src-demo-bank',
  'src-main',
  'src-renderer',
  'src-shared',
  'src-worker',
];
for (const part of parts) cpSync(join(root, part), join(folder, part), { recursive: true });
symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
const door = join(folder, 'bin', 'passbook.mjs');

/** A bundle that only says that it was started. */
function bundleOf(age: Date): void {
  const main = join(folder, 'out', 'main');
  mkdirSync(main, { recursive: true });
  writeFileSync(
    join(main, 'cli.js'),
    'export async function main(argv) { console.log("the bundle ran", ...argv); return 0; }',
  );
  writeFileSync(join(main, 'main.js'), '');
  utimesSync(join(main, 'main.js'), age, age);
}

const say = (): string => spawnSync(process.execPath, [door, '--version'], { encoding: 'utf8' }).stdout;

describe('passbook in a checkout', () => {
  test('that nobody built runs from the sources, threads and demo bank too', async () => {
    const { code, out, err } = await runPassbook(['demo', '--json'], {
      home: folder,
      door,
      env: { NODE_COMPILE_CACHE: join(folder, 'code') },
    });
    assert.equal(code, 0, err);
    assert.match(out, /"type":"summary"/);
  });

  test('runs the bundle while it is fresh, and the sources again once one of them has changed', () => {
    bundleOf(new Date(Date.now() + 60_000));
    assert.equal(say(), 'the bundle ran --version\n');
    const changed = new Date(Date.now() + 120_000);
    utimesSync(join(folder, 'src-worker', 'engine'), changed, changed);
    assert.match(say(), /^\d+\.\d+\.\d+\n$/);
  });
});
