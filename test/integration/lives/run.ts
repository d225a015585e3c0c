import { parseArgs } from 'node:util';
import { liveLives } from '../../support/lives/live-lives.ts';

// `npm run lives -- --count N --seed S`: any number of lives. Prints the seed first, so that a failure can be repeated.
const { values } = parseArgs({ options: { count: { type: 'string' }, seed: { type: 'string' } } });
const count = wholeNumber('--count', values.count, 1000);
const seed = wholeNumber('--seed', values.seed, Math.floor(Math.random() * 1_000_000) + 1);
const startedMs = performance.now();
console.log(`Living ${String(count)} lives, seed ${String(seed)}.`);
try {
  await liveLives({ count, seed });
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
  console.log(
    `${String(count)} lives in ${seconds} s: after each the ledger held exactly the bank's rows, every change explained.`,
  );
} catch (error) {
  console.error(error);
  console.error(`To repeat: npm run lives -- --count ${String(count)} --seed ${String(seed)}`);
  process.exitCode = 1;
}

function wholeNumber(name: string, text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  const value = Number(text);
  if (Number.isInteger(value) && value > 0) return value;
  console.error(`${name} takes a whole number above 0, not "${text}".`);
  process.exit(2);
}
