import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type * as z from 'zod';

/** Longer than any measurement takes on a slow machine; a child that hangs must not hang the bench. */
const childTimeoutMs = 150_000;

/**
 * Runs one measurement in a process of its own, so that its memory, garbage and warm code are its alone. The child
 * finds `task` with `taskOfChild`, and its one message is the answer.
 */
export async function runChild<T>(
  name: string,
  task: unknown,
  answer: z.ZodType<T>,
  timeoutMs = childTimeoutMs,
): Promise<T> {
  const child = fork(childFile(name), [JSON.stringify(task)], { execArgv: profilerArguments() });
  const timer = setTimeout(() => child.kill('SIGKILL'), timeoutMs);
  let said: unknown;
  child.once('message', (message) => {
    said = message;
  });
  await once(child, 'close');
  clearTimeout(timer);
  if (said === undefined) throw new Error(`bench/children/${name}.ts ended without an answer`);
  return answer.parse(said);
}

/** The file of a child by its name. */
export const childFile = (name: string): string =>
  fileURLToPath(new URL(`../children/${name}.ts`, import.meta.url));

/** `PASSBOOK_BENCH_PROFILE=DIR` writes a CPU profile of every child's every thread there. */
function profilerArguments(): string[] {
  const folder = process.env['PASSBOOK_BENCH_PROFILE'];
  return folder === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${folder}`];
}
