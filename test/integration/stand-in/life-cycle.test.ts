import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { appArguments, appExecutable } from '../../support/launch-app.ts';
import { fixtureAppFolder, openFixture } from '../../support/open-fixture.ts';

describe('the life cycle', () => {
  let folder: string;
  let log: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'passbook-life-'));
    log = join(folder, 'log');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  const logged = (): string[] => readFileSync(log, 'utf8').trim().split('\n');
  const after = (line: string): string[] => logged().slice(logged().indexOf(line));

  test('quit asks, closes the windows, asks again, and ends with 0', async () => {
    const fixture = await openFixture({ FIXTURE_LOG: log });
    await fixture.until('loaded');
    const ended = once(fixture.electronApp.process(), 'exit');
    await fixture.close();
    assert.deepEqual(await ended, [0, null]);
    assert.deepEqual(
      after('before-quit').filter((line) => line !== 'window blur'),
      ['before-quit', 'window closed', 'will-quit', 'quit 0', 'exit 0'],
    );
    const begun = logged();
    assert.ok(begun.indexOf('ready') < begun.indexOf('web-contents-created'));
    assert.ok(begun.indexOf('web-contents-created') < begun.indexOf('browser-window-created'));
    assert.ok(begun.indexOf('did-finish-load') < begun.indexOf('loaded'));
  });

  test('a quit that before-quit holds back goes on when the app asks again', async () => {
    const fixture = await openFixture({ FIXTURE_LOG: log, FIXTURE_HOLD: 'before-quit' });
    await fixture.close();
    assert.deepEqual(after('before-quit').filter((line) => line.startsWith('before-quit')).length, 2);
    assert.equal(logged().at(-1), 'exit 0');
  });

  test('app.exit asks nobody and gives its code', async () => {
    const fixture = await openFixture({ FIXTURE_LOG: log });
    const ended = once(fixture.electronApp.process(), 'exit');
    await fixture.electronApp.evaluate(({ app }) => app.exit(7)).catch(() => undefined);
    assert.deepEqual(await ended, [7, null]);
    assert.ok(!logged().includes('before-quit') && !logged().includes('will-quit'));
    assert.equal(logged().at(-1), 'exit 7');
    rmSync(fixture.profile, { recursive: true, force: true });
  });

  test('closing the last window quits only when nobody listens to window-all-closed', async () => {
    const fixture = await openFixture({ FIXTURE_LOG: log });
    await fixture.electronApp.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    await fixture.until('window-all-closed');
    const ended = once(fixture.electronApp.process(), 'exit');
    await fixture.electronApp
      .evaluate(({ app, BrowserWindow }) => {
        app.removeAllListeners('window-all-closed');
        new BrowserWindow({}).close();
      })
      .catch(() => undefined);
    assert.deepEqual(await ended, [0, null]);
    rmSync(fixture.profile, { recursive: true, force: true });
  });

  test('a second instance leaves, and the first is told its arguments', async () => {
    const fixture = await openFixture({ FIXTURE_LOCK: '1', FIXTURE_NAME: 'first' });
    try {
      const second = spawn(
        appExecutable(),
        [...appArguments({ profile: fixture.profile, appDir: fixtureAppFolder, args: ['--last'] })],
        { cwd: folder, env: { ...process.env, FIXTURE_LOCK: '1', FIXTURE_NAME: 'second', FIXTURE_LOG: log } },
      );
      assert.deepEqual(await once(second, 'exit'), [0, null]);
      assert.equal(
        await fixture.until('second-instance'),
        `second-instance --last ${folder} {"from":"second"}`,
      );
      assert.ok(!logged().includes('ready'));
    } finally {
      await fixture.close();
    }
  });

  test('SIGTERM quits in order', async () => {
    const fixture = await openFixture({ FIXTURE_LOG: log });
    const ended = once(fixture.electronApp.process(), 'exit');
    fixture.electronApp.process().kill('SIGTERM');
    assert.deepEqual(await ended, [0, null]);
    assert.ok(logged().includes('before-quit') && logged().at(-1) === 'exit 0');
    rmSync(fixture.profile, { recursive: true, force: true });
  });

  for (const victim of ['the app', 'its parent'] as const) {
    test(`kill -9 of ${victim} leaves no process behind`, async () => {
      // A shell as the parent: it starts the app, says its id, and waits.
      const line = '"$@" & echo "$!"; wait';
      const words = [appExecutable(), ...appArguments({ profile: folder, appDir: fixtureAppFolder })];
      const env = { ...process.env, FIXTURE_LOG: log };
      const parent = spawn('sh', ['-c', line, 'sh', ...words], { stdio: ['ignore', 'pipe', 'inherit'], env });
      const [first] = (await once(parent.stdout.setEncoding('utf8'), 'data')) as [string];
      const pid = Number(first.trim());
      await untilTrue(() => readLog(log).includes('loaded'));
      const family = [pid, ...descendantsOf(pid)];
      assert.ok(family.length > 2, 'the app has a Chromium');
      process.kill(victim === 'the app' ? pid : (parent.pid ?? 0), 'SIGKILL');
      await untilTrue(() => family.every((one) => !isRunning(one)));
      parent.kill('SIGKILL');
    });
  }
});

const readLog = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
};

/** Looks again and again; the test's own limit ends it. */
async function untilTrue(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 25));
}

function descendantsOf(pid: number): number[] {
  const { stdout } = spawnSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' });
  const pairs = stdout
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number));
  const children = (of: number): number[] =>
    pairs.filter(([, parent]) => parent === of).flatMap(([child = 0]) => [child, ...children(child)]);
  return children(pid);
}

/** A zombie has ended: only its parent has not looked yet. */
function isRunning(pid: number): boolean {
  try {
    return !/^\d+ \(.*\) Z/s.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}
