import { join } from 'node:path';
import { runStep, type Step } from './run-step.ts';

const root = join(import.meta.dirname, '..', '..');
const tool = (path: string): string => join(root, 'node_modules', path);

/** Longest first, so that two at a time end together. Every tool's warnings count as errors. */
const steps: readonly Step[] = [
  { name: 'tests', args: [join(root, 'scripts', 'test.mjs'), '--no-types', 'unit', 'architecture'] },
  { name: 'types', args: [tool('typescript/bin/tsc'), '-b'] },
  { name: 'lint', args: [tool('oxlint/bin/oxlint'), '--type-aware', '--deny-warnings'] },
  { name: 'exports', args: [tool('knip/bin/knip.js'), '--no-progress', '--treat-config-hints-as-errors'] },
  { name: 'format', args: [tool('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'] },
];
const atOnce = 2;

/** Of the tests' report only what failed: what passed would bury it. */
const withoutPassed = (output: string): string => output.replaceAll(/^\s*[✔▶].*\n/gmu, '');

const startedMs = performance.now();
const waiting = [...steps];
const failures: string[] = [];

async function runWaiting(): Promise<void> {
  for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
    const { name, ok, output, ms } = await runStep(root, step);
    const counts = name === 'tests' ? `  ${output.split('\n').at(-1) ?? ''}` : '';
    console.log(`${ok ? 'ok  ' : 'FAIL'}  ${name.padEnd(8)}${(ms / 1000).toFixed(1).padStart(5)} s${counts}`);
    if (!ok) failures.push(`== ${name}\n${withoutPassed(output)}`);
  }
}

await Promise.all(Array.from({ length: atOnce }, runWaiting));
const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
if (failures.length > 0) console.log(`\n${failures.join('\n\n')}\n`);
console.log(
  failures.length === 0 ? `All sound in ${seconds} s.` : `${failures.length} of ${steps.length} failed.`,
);
process.exitCode = failures.length === 0 ? 0 : 1;
