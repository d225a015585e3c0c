import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { appSettingsSchema, defaultAppSettings } from '#shared/ipc/app-settings.ts';
import { openJsonFile } from '../../../src-main/settings/json-file.ts';

function inFolder(play: (path: string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), 'passbook-json-'));
  try {
    play(join(folder, 'deeper', 'settings.json'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
const open = (path: string) => openJsonFile(path, appSettingsSchema.unwrap(), defaultAppSettings);

describe('a settings file', () => {
  test('is made when first written, for its owner only, and read back', () =>
    inFolder((path) => {
      const file = open(path);
      assert.deepEqual(file.read(), defaultAppSettings);
      file.write({ ...defaultAppSettings, theme: 'dark', syncWorkers: 4 });
      assert.deepEqual(open(path).read(), { ...defaultAppSettings, theme: 'dark', syncWorkers: 4 });
      if (process.platform !== 'win32') assert.equal(statSync(path).mode & 0o777, 0o600);
    }));

  test('loses a field that makes no sense, and not the others', () =>
    inFolder((path) => {
      open(path).write({ ...defaultAppSettings, theme: 'dark' });
      const stored: unknown = JSON.parse(readFileSync(path, 'utf8'));
      writeFileSync(path, JSON.stringify({ ...Object(stored), syncWorkers: 999, fromTheFuture: true }));
      assert.deepEqual(open(path).read(), { ...defaultAppSettings, theme: 'dark' });
    }));

  test('that cannot be written says so, and counts for this run', () =>
    inFolder((path) => {
      mkdirSync(join(path, 'in the way'), { recursive: true });
      const file = open(path);
      assert.equal(file.write({ ...defaultAppSettings, theme: 'dark' }), false);
      assert.equal(file.read().theme, 'dark');
    }));

  for (const content of ['', '{', 'null', '[]', '"text"', '\u0000']) {
    test(`that holds ${JSON.stringify(content)} counts as empty`, () =>
      inFolder((path) => {
        open(path).write(defaultAppSettings);
        writeFileSync(path, content);
        assert.deepEqual(open(path).read(), defaultAppSettings);
      }));
  }
});
