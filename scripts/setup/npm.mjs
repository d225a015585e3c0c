import { spawnSync } from 'node:child_process';
import { delimiter, join } from 'node:path';

/**
 * Runs npm in `root`, its output kept back; `more` joins its environment. The npm and Node that started us are used, never the pinned Node:
 * `npm ci` removes the folder that one lives in.
 */
export function npm(root, args, more = {}) {
  const [command, ...first] = npmCommand();
  const run = spawnSync(command, [...first, ...args], {
    cwd: root,
    env: { ...innerEnvironment(root), ...more },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 64 * 1024 * 1024,
    shell: command === 'npm' && process.platform === 'win32',
  });
  return { ok: run.status === 0, output: `${run.stdout || ''}${run.stderr || ''}${run.error || ''}` };
}

function npmCommand() {
  const { npm_execpath: cli, npm_node_execpath: node } = process.env;
  const isNpm = cli !== undefined && /npm-cli\.c?js$/.test(cli);
  return isNpm ? [node || process.execPath, cli] : ['npm'];
}

/**
 * The environment without what the outer npm left in it: with `npm --prefix DIR start` the inner npm would take DIR
 * for the place of global packages, and a lifecycle's names would be taken for the inner one's.
 */
function innerEnvironment(root) {
  const env = {};
  for (const [name, value] of Object.entries(process.env)) {
    if (
      !/^npm_(lifecycle|package|config_(prefix|local_prefix|global|omit|include|only|production|dry_run))/i.test(
        name,
      )
    ) {
      env[name] = value;
    }
  }
  const ours = join(root, 'node_modules', '.bin');
  const pathName = Object.keys(env).find((name) => name.toUpperCase() === 'PATH') || 'PATH';
  env[pathName] = (env[pathName] || '')
    .split(delimiter)
    .filter((folder) => folder !== ours)
    .join(delimiter);
  return env;
}
