import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';

/** How a program in a keyring's session ended. */
export interface SessionEnd {
  readonly status: number | null;
  readonly text: string;
}

const busSession = 'dbus-run-session';

/** Why no real keychain can be had here, in a sentence; `false` when one can. */
export function keyringMissing(): string | false {
  if (process.platform !== 'linux')
    return 'Not run: a keychain of its own is made on Linux only; elsewhere it is the user’s.';
  for (const program of [busSession, 'gnome-keyring-daemon']) {
    if (spawnSync('sh', ['-c', `command -v ${program}`]).status !== 0)
      return `Not run: ${program} is not installed, so there is no keychain to try.`;
  }
  try {
    createRequire(import.meta.url)('keytar');
    return false;
  } catch {
    return 'Not run: the optional package keytar is not installed, or libsecret is not.';
  }
}

/**
 * Runs a script of Node in a session bus of its own with an empty, unlocked keyring. `home` takes the keyring's files
 * and sockets, so that nobody's real keychain is touched.
 */
export async function runInKeyringSession(script: string, home: string): Promise<SessionEnd> {
  const env: NodeJS.ProcessEnv = { ...process.env, HOME: home };
  for (const name of ['XDG_DATA_HOME', 'XDG_CONFIG_HOME', 'XDG_CACHE_HOME', 'XDG_RUNTIME_DIR'])
    env[name] = home;
  // Set by a surrounding `node --test`; a child that sees it reports in a form only that runner reads.
  for (const name of ['NODE_TEST_CONTEXT', 'DISPLAY', 'PASSBOOK_TOKEN_STORE']) delete env[name];
  const unlock = "printf '\\n' | gnome-keyring-daemon --unlock --components=secrets >/dev/null";
  const child = spawn(busSession, ['--', 'sh', '-c', `${unlock}; exec "$0" "$1"`, process.execPath, script], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 90_000,
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (part: string) => {
      text += part;
    });
  const [status] = (await once(child, 'close')) as unknown[];
  return { status: typeof status === 'number' ? status : null, text };
}
