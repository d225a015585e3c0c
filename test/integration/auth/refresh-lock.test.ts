import assert from 'node:assert/strict';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, beforeEach, describe, test } from 'node:test';
import type { Clock } from '#shared/clock.ts';
import { succeeded } from '#shared/result.ts';
import { withRefreshLock } from '../../../src-main/auth/refresh-lock.ts';
import { realClock } from '../../support/real-clock.ts';

const folder = mkdtempSync(join(tmpdir(), 'passbook-lock-'));
after(() => rmSync(folder, { recursive: true, force: true }));
let lockFolder = '';
let count = 0;
beforeEach(() => {
  lockFolder = join(folder, String(++count));
});

/** A clock on which every wait is over at once. */
const hastyClock: Clock = { nowMs: () => 0, sleep: () => Promise.resolve() };
const nothing = succeeded(null);

/** Makes the lock another process would hold, and returns its path. */
async function foreignLock(connectionId: string): Promise<string> {
  let path = '';
  await withRefreshLock({ lockFolder, clock: realClock }, connectionId, () => {
    path = join(lockFolder, readdirSync(lockFolder)[0] ?? '');
    return Promise.resolve(nothing);
  });
  mkdirSync(path);
  return path;
}

describe('the refresh lock', () => {
  test('lets one at a time work on a connection', async () => {
    let inside = 0;
    let most = 0;
    const work = async () => {
      most = Math.max(most, ++inside);
      await new Promise((resolve) => setImmediate(resolve));
      inside -= 1;
      return nothing;
    };
    const deps = { lockFolder, clock: realClock };
    await Promise.all([1, 2, 3].map(() => withRefreshLock(deps, 'same', work)));
    assert.equal(most, 1);
  });

  test('does not hold up other connections', async () => {
    const deps = { lockFolder, clock: hastyClock };
    const inner = () => withRefreshLock(deps, 'two', () => Promise.resolve(succeeded('inner')));
    assert.deepEqual(await withRefreshLock(deps, 'one', inner), succeeded('inner'));
  });

  test('is released when the work throws, and leaves nothing behind', async () => {
    const deps = { lockFolder, clock: hastyClock };
    await assert.rejects(
      withRefreshLock(deps, 'a', () => Promise.reject(new Error('a bug'))),
      /a bug/,
    );
    assert.deepEqual(readdirSync(lockFolder), []);
  });

  test('keeps its folder to the user, and any id out of its file names', async () => {
    const work = () => Promise.resolve(succeeded(readdirSync(lockFolder).join()));
    const named = await withRefreshLock({ lockFolder, clock: hastyClock }, '../../etc/x', work);
    assert.ok(named.ok);
    assert.match(named.value, /^[0-9a-f]{24}\.lock$/);
    if (process.platform !== 'win32') assert.equal(statSync(lockFolder).mode & 0o777, 0o700);
  });

  test('of a process that was killed is taken over', async () => {
    const path = await foreignLock('a');
    const longAgo = new Date(Date.now() - 60_000);
    utimesSync(path, longAgo, longAgo);
    const taken = await withRefreshLock({ lockFolder, clock: hastyClock }, 'a', () =>
      Promise.resolve(nothing),
    );
    assert.deepEqual(taken, nothing);
  });

  test('of a living process is given up after a minute, as a failure', async () => {
    await foreignLock('a');
    let sleptMs = 0;
    const clock: Clock = {
      nowMs: () => 0,
      sleep: (ms) => {
        sleptMs += ms;
        return Promise.resolve();
      },
    };
    const work = () => assert.fail('worked without the lock');
    const result = await withRefreshLock({ lockFolder, clock }, 'a', work);
    assert.deepEqual(result, { ok: false, failure: { kind: 'timed-out', afterMs: 60_000 } });
    assert.equal(sleptMs, 60_000);
  });

  test('that cannot be made is a failure', async () => {
    writeFileSync(join(folder, 'a file'), '');
    const inFile = join(folder, 'a file', 'locks');
    const work = () => assert.fail('worked without the lock');
    const result = await withRefreshLock({ lockFolder: inFile, clock: hastyClock }, 'a', work);
    assert.deepEqual(result, { ok: false, failure: { kind: 'ledger-not-writable', path: inFile } });
  });

  test('in a folder that may not be written is a failure', async (context) => {
    if (process.getuid?.() === 0) return context.skip('Root may write everywhere, so this was not tried.');
    mkdirSync(lockFolder);
    chmodSync(lockFolder, 0o500);
    const work = () => assert.fail('worked without the lock');
    const result = await withRefreshLock({ lockFolder, clock: hastyClock }, 'a', work);
    assert.equal(result.ok ? 'ok' : result.failure.kind, 'ledger-not-writable');
  });
});
