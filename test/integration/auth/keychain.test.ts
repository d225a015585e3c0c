import assert from 'node:assert/strict';
import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';

const folder = mkdtempSync(join(tmpdir(), 'passbook-keychain-'));
after(() => rmSync(folder, { recursive: true, force: true }));

/** A home of its own: the keyring's files and sockets land there and not in the user's. */
const environment = (extra: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv => {
  const env: NodeJS.ProcessEnv = { ...process.env, HOME: folder, ...extra };
  for (const name of ['XDG_DATA_HOME', 'XDG_CONFIG_HOME', 'XDG_CACHE_HOME', 'XDG_RUNTIME_DIR']) {
    env[name] = folder;
  }
  // Set by a surrounding `node --test`; a child that sees it reports in a form only that runner reads.
  delete env['NODE_TEST_CONTEXT'];
  delete env['DISPLAY'];
  delete env['PASSBOOK_TOKEN_STORE'];
  return env;
};

const run = (command: string, args: readonly string[], env = environment()): SpawnSyncReturns<string> =>
  spawnSync(command, args, { env, encoding: 'utf8', timeout: 60_000 });

/** Why the real keychain cannot be tried here; `false` when it can. */
function missing(): string | false {
  if (process.platform !== 'linux')
    return 'The real keychain is tried on Linux only: elsewhere it is the user’s own.';
  for (const program of ['dbus-run-session', 'gnome-keyring-daemon']) {
    if (run('sh', ['-c', `command -v ${program}`]).status !== 0) {
      return `The real keychain was not tried: ${program} is not installed.`;
    }
  }
  try {
    createRequire(import.meta.url)('keytar');
    return false;
  } catch {
    return 'The real keychain was not tried: the optional package keytar is not installed, or libsecret is not.';
  }
}

const skip = missing();

describe('a real keychain, in a session of its own', () => {
  test('passes the suite of every token store', { skip }, () => {
    const suite = join(import.meta.dirname, '../../support/run-keychain-suite.ts');
    const unlock = "printf '\\n' | gnome-keyring-daemon --unlock --components=secrets >/dev/null";
    const ran = run('dbus-run-session', [
      '--',
      'sh',
      '-c',
      `${unlock}; exec "$0" "$1"`,
      process.execPath,
      suite,
    ]);
    assert.equal(ran.status, 0, ran.stdout + ran.stderr);
    assert.match(ran.stdout, /pass 8/);
  });

  test('says that there is no session bus where there is none', { skip }, () => {
    const store = join(import.meta.dirname, '../../../src-main/auth/open-token-store.ts');
    const script = `const { openTokenStore } = await import(process.argv[1]); console.log(JSON.stringify(await openTokenStore(undefined)));`;
    const env = environment({ DBUS_SESSION_BUS_ADDRESS: `unix:path=${folder}/none` });
    const ran = run(process.execPath, ['--input-type=module', '-e', script, store], env);
    assert.equal(ran.status, 0, ran.stderr);
    assert.match(ran.stdout, /"kind":"keychain-unavailable","detail":"no-session-bus"/);
  });
});
