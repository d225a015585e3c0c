/*
 * `npm run package`: builds the app and packs it for the system it runs on (AppImage and deb, dmg, or nsis) into
 * `dist/`. Further arguments go to electron-builder, such as `--linux AppImage`.
 *
 * It needs what this project's own set-up does without: Electron's binary (from GitHub) and electron-builder, which npx
 * fetches for this one use, since nobody needs it to run, test or change the app. It has not been run where the app was
 * written, a place that reaches package registries only; `.github/workflows/desktop.yml` runs it.
 *
 * `PASSBOOK_TEST_BUILD=1` leaves the inspector's fuse on, without which Playwright cannot drive the packed app. Such a
 * build is for testing and is not to be released.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const builder = 'electron-builder@26.17.0';
const root = fileURLToPath(new URL('..', import.meta.url));
const isTestBuild = process.env.PASSBOOK_TEST_BUILD === '1';
const forTests = isTestBuild
  ? ['--config.electronFuses.enableNodeCliInspectArguments=true', '--config.productName=Passbook Test']
  : [];

function run(command, args) {
  // Windows starts npm's scripts through its shell only; every argument here is our own or the caller's.
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (error !== undefined) console.error(`${command} could not be started: ${error.message}`);
  return status === 0;
}

const done =
  run('npx', ['electron-vite', 'build']) &&
  run('npx', ['--yes', builder, '--publish', 'never', ...forTests, ...process.argv.slice(2)]);
if (!done) process.exitCode = 1;
