import { parseArgs } from 'node:util';
import { runKills } from './run-kills.ts';

// `npm run kills -- --count N --seed S`: any number of kills. Prints the seed first, so that a failure can be repeated.
const { values } = parseArgs({ options: { count: { type: 'string' }, seed: { type: 'string' } } });
const count = wholeNumber('--count', values.count, 50);
const seed = wholeNumber('--seed', values.seed, Math.floor(Math.random() * 1_000_000));
const startedMs = performance.now();
console.log(`Killing ${String(count)} syncs, seed ${String(seed)}.`);
try {
  const { kills, ledgers, jobs, tooLate } = await runKills({ count, seed, say: (line) => console.log(line) });
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
  console.log(
    `${String(kills)} kills in ${seconds} s: all ${String(ledgers)} ledgers ended with exactly the rows of an undisturbed sync; ` +
      `integrity_check ok every time. ${String(jobs)} jobs were interrupted; ${String(tooLate)} blows came too late and were drawn again.`,
  );
} catch (error) {
  console.error(error);
  console.error(`To repeat: npm run kills -- --count ${String(count)} --seed ${String(seed)}`);
  process.exitCode = 1;
}

function wholeNumber(name: string, text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  const value = Number(text);
  if (Number.isInteger(value) && value > 0) return value;
  console.error(`${name} takes a whole number above 0, not "${text}".`);
  process.exit(2);
}
