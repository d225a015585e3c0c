import { join } from 'node:path';
import { makeReady } from './make-ready.ts';
import { runGroup } from './run-group.ts';
import { addTallies, complain, emptyTally } from './tally.ts';
import { findTestGroups, selectTests } from './test-groups.ts';
import { typesAreSound } from './type-check.ts';

const root = join(import.meta.dirname, '..', '..');
const words = process.argv.slice(2).filter((word) => word !== '--no-types');
const groups = selectTests(findTestGroups(root), words);

let total = emptyTally;
if (groups.length === 0) total = complain(total, `No test matches ${words.join(' ')}.`);
if (!process.argv.includes('--no-types') && !typesAreSound(root))
  total = complain(total, 'The types do not check.');

for (const group of groups) {
  const startedMs = performance.now();
  console.log(`\n== ${group.name} tests (${group.files.length} files)`);
  const problem = makeReady(root, group);
  if (problem !== null) {
    total = complain(total, problem);
    continue;
  }
  const tally = await runGroup(root, group);
  total = addTallies(total, tally);
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
  console.log(`== ${group.name}: ${tally.passed} passed, ${tally.failed} failed (${seconds} s)`);
}

if (total.skips.length > 0)
  console.log(`\nDid not run:\n${total.skips.map((skip) => `- ${skip}`).join('\n')}`);
if (total.complaints.length > 0) console.log(`\n${total.complaints.join('\n')}`);
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed === 0 ? 0 : 1;
