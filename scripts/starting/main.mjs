import { spawn } from 'node:child_process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildWhenStale } from './build-when-stale.mjs';
import { electronHere } from './electron-here.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const args = process.argv.slice(2);

// Arguments are the terminal's: whoever gives some, such as `-- --json`, wants the demonstration there.
const here = args.length > 0 ? { why: null } : electronHere(root);
if (here.executable !== undefined && buildWhenStale(root)) {
  const child = spawn(here.executable, [root], { stdio: 'inherit' });
  child.on('exit', (code) => {
    process.exitCode = code ?? 1;
  });
} else {
  const why = here.executable === undefined ? here.why : 'its bundle, which could not be built';
  if (why !== null) {
    process.stderr.write(`The window needs ${why}; here is the same in the terminal.\n\n`);
  }
  const passbook = fileURLToPath(new URL('../../bin/passbook.mjs', import.meta.url));
  process.argv.splice(1, Infinity, passbook, 'demo', ...args);
  await import(pathToFileURL(passbook).href);
}
