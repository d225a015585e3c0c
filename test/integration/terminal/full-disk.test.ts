import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const door = join(import.meta.dirname, '..', '..', '..', 'bin', 'passbook.mjs');

test('a full disk behind stdout is told, and is no bug', (t) => {
  if (process.platform !== 'linux') return t.skip('There is no /dev/full here to stand in for a full disk');
  const full = openSync('/dev/full', 'w');
  try {
    const { status, stderr } = spawnSync(process.execPath, [door, '--help'], {
      stdio: ['ignore', full, 'pipe'],
      encoding: 'utf8',
    });
    assert.equal(status, 1);
    assert.match(stderr, /cannot be written \(ENOSPC\)\. What was stored is safe\./);
    assert.doesNotMatch(stderr, /bug|\n\s+at /);
  } finally {
    closeSync(full);
  }
});
