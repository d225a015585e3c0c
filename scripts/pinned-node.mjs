import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = new URL('../', import.meta.url);

/** Whether `version` ("24.21.0") is at least what package.json's `engines` asks for. */
export function isNodeRecentEnough(version) {
  const { engines } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));
  const [wantMajor, wantMinor = 0] = engines.node.replace('>=', '').split('.').map(Number);
  const [major, minor] = version.split('.').map(Number);
  return major > wantMajor || (major === wantMajor && minor >= wantMinor);
}

/** Where the devDependency `node` keeps its executable. */
export function pinnedNodePath() {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  return fileURLToPath(new URL(`node_modules/node/bin/${name}`, root));
}

/**
 * Runs `script` with `args` on a Node that is recent enough: in this process if it is, else in a child on the
 * pinned Node. npm puts node_modules/.bin first in PATH, so the child is only needed where somebody calls
 * `node scripts/...` by hand or that folder has lost its link.
 */
export async function runOnPinnedNode(script, args) {
  if (isNodeRecentEnough(process.versions.node)) {
    process.argv.splice(1, Infinity, script, ...args);
    await import(pathToFileURL(script).href);
    return;
  }
  if (!existsSync(pinnedNodePath())) {
    console.error(
      `This needs a newer Node than ${process.versions.node} and the pinned one is not installed: run \`npm ci\` first.`,
    );
    process.exitCode = 1;
    return;
  }
  process.exitCode = await runInChild(script, args);
}

function runInChild(script, args) {
  return new Promise((resolve) => {
    const child = spawn(pinnedNodePath(), [script, ...args], { stdio: 'inherit' });
    // A terminal's Ctrl-C reaches the child too: passing it on would make one key press look like two.
    process.on('SIGINT', () => {});
    process.on('SIGTERM', () => child.kill('SIGTERM'));
    child.on('exit', (code, signal) => resolve(signal === null ? (code ?? 1) : 130));
  });
}
