#!/usr/bin/env node
/*
 * The door to the terminal app. Plain old syntax, and nothing imported before the checks: an old Node must reach
 * the sentence that helps instead of a syntax error, and a checkout without packages must not end in a stack trace.
 */
import fs from 'fs';
import module from 'module';
import { fileURLToPath } from 'url';

var root = new URL('../', import.meta.url);
var needed = JSON.parse(fs.readFileSync(new URL('package.json', root), 'utf8')).engines.node.replace(
  '>=',
  '',
);

function isOlder(version, than) {
  var have = version.split('.').map(Number);
  var want = than.split('.').map(Number);
  if (have[0] !== want[0]) return have[0] < want[0];
  return have[1] < (want[1] || 0);
}

function refuse(sentence) {
  process.stderr.write(sentence + '\n');
  process.exitCode = 1;
}

/*
 * Halves what starting costs, for each thread as well: V8 keeps the compiled code here, where only those who may
 * change the code itself can write. The variable is for the threads, the call for this one. A folder that cannot be
 * written is no harm.
 */
function rememberCompiledCode(folder) {
  process.env.NODE_COMPILE_CACHE = process.env.NODE_COMPILE_CACHE || folder;
  module.enableCompileCache(process.env.NODE_COMPILE_CACHE);
}

/* One file instead of some three hundred, for each thread as well: half of what starting costs. */
var bundled = { cli: 'out/main/cli.js', worker: 'out/main/worker.js', demoBank: 'out/main/demo-bank.js' };
/* What runs where nobody has built, or something was changed since. */
var sources = {
  cli: 'src-main/cli.ts',
  worker: 'src-worker/tasks/worker.ts',
  demoBank: 'src-demo-bank/start-demo-bank.ts',
};

function run(code) {
  var files = {
    packageFile: new URL('package.json', root),
    workerFile: new URL(code.worker, root),
    demoBankFile: new URL(code.demoBank, root),
  };
  return import(new URL(code.cli, root).href).then(function (cli) {
    return cli.main(process.argv.slice(2), files).then(function (exitCode) {
      process.exitCode = exitCode;
    });
  });
}

if (isOlder(process.versions.node, needed)) {
  refuse(
    'Passbook needs Node ' +
      needed +
      ' or later and this is ' +
      process.versions.node +
      '; after `npm ci`, `npx passbook` in ' +
      fileURLToPath(root) +
      ' uses the Node that Passbook brings with it.',
  );
} else if (!fs.existsSync(new URL('node_modules/commander', root))) {
  refuse('Passbook’s packages are not installed: run `npm ci` in ' + fileURLToPath(root) + ' first.');
} else {
  rememberCompiledCode(fileURLToPath(new URL('node_modules/.cache/passbook-code', root)));
  import('../scripts/starting/is-bundle-fresh.mjs').then(function (bundle) {
    return run(bundle.isBundleFresh(fileURLToPath(root)) ? bundled : sources);
  });
}
