// On stderr, so that a program reading the stdout of `npm start -- --json` meets no words of ours.

/** One sentence of the set-up, on a line of its own. */
export function say(sentence) {
  process.stderr.write(`setup: ${sentence}\n`);
}

/**
 * One step, one line: what it does at once, how long it took when it ends.
 * `work` returns what to print after the time, or nothing.
 */
export function step(what, work) {
  const startedMs = Date.now();
  process.stderr.write(`setup: ${what} ... `);
  const result = work();
  const seconds = ((Date.now() - startedMs) / 1000).toFixed(1);
  process.stderr.write(`${result.ok ? 'done' : 'failed'} (${seconds} s)\n`);
  return result;
}
