import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { nodeHeadersFolder } from './node-headers.mjs';
import { npm } from './npm.mjs';
import { say, step } from './say.mjs';

/** Whether keytar and the system's keychain library load; tried in a process of its own, since it is native code. */
export function keytarLoads(root) {
  if (!existsSync(join(root, 'node_modules', 'keytar', 'build', 'Release', 'keytar.node'))) return false;
  const run = spawnSync(process.execPath, ['-e', 'require("keytar")'], { cwd: root, stdio: 'ignore' });
  return run.status === 0;
}

/** Builds keytar (or fetches its prebuilt binary). Without it Passbook works, but keeps no tokens. */
export function bringKeytar(root) {
  if (keytarLoads(root)) return true;
  step('building keytar for the system keychain', () => {
    const headers = nodeHeadersFolder();
    const offline = headers === null ? {} : { npm_config_nodedir: headers };
    const run = npm(root, ['rebuild', 'keytar', '--ignore-scripts=false'], offline);
    return { ...run, ok: run.ok && keytarLoads(root) };
  });
  if (keytarLoads(root)) return true;
  const hint =
    process.platform === 'linux'
      ? ' (on Debian: `sudo apt-get install libsecret-1-dev make g++ python3`)'
      : '';
  say(`the keychain library keytar did not build${hint}: Passbook runs, but cannot keep a bank connection.`);
  return false;
}
