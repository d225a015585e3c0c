/*
 * `node scripts/setup.mjs start|test|check|bench|kills|lives`: brings what a fresh clone lacks, quickly says nothing
 * when nothing is missing. No dependencies (there are none yet). Old syntax here, and the rest loaded only after the
 * check: an old Node must be able to read this far.
 */
var major = Number(process.versions.node.split('.')[0]);

if (major < 18) {
  console.error(
    'Passbook needs Node 18 or later to set itself up (the newer Node it then runs on comes with it); this is ' +
      process.versions.node +
      '.',
  );
  process.exitCode = 1;
} else {
  import('./setup/run-setup.mjs').then(function (setup) {
    process.exitCode = setup.runSetup(process.argv[2] || 'start');
  });
}
