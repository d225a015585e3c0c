import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { run } from 'node:test';
import { spec, type TestEvent } from 'node:test/reporters';
import { endedTest } from './ended-test.ts';
import { longestFirst } from './longest-first.ts';
import { complain, countTest, emptyTally, type Tally } from './tally.ts';
import type { TestGroup } from './test-groups.ts';

/** No single test may take longer, unless it says so itself: a hanging CI run tells nobody where it hangs. */
const testTimeoutMs = 120_000;

/** When no test has begun or ended for so long, some file keeps its process alive: a timer, a socket, a thread. */
const silenceLimitMs = 480_000;

/** Two more than there are cores: while some files wait for a bank or a page, the others compute. */
const concurrency = availableParallelism() + 2;

/** Runs a group's files, each in a process of its own, and prints every test as it ends. */
export async function runGroup(root: string, group: TestGroup): Promise<Tally> {
  const files = longestFirst(group.files).map((file) => join(root, file));
  if (files.length === 0) return complain(emptyTally, `The group "${group.name}" ran no test.`);
  const silence = new AbortController();
  const unfinished = new Set<string>();
  const printer = new spec();
  printer.pipe(process.stdout, { end: false });

  let tally = emptyTally;
  let hanging: readonly string[] = [];
  const watchdog = setTimeout(() => {
    hanging = [...unfinished];
    silence.abort();
  }, silenceLimitMs);
  const events = run({ files, cwd: root, concurrency, timeout: testTimeoutMs, signal: silence.signal });
  for await (const event of events as AsyncIterable<TestEvent>) {
    watchdog.refresh();
    followFile(unfinished, event);
    const ended = endedTest(event, root);
    if (ended !== null) tally = countTest(tally, ended);
    if (isWorthPrinting(event)) printer.write(event);
  }
  clearTimeout(watchdog);
  printer.end();
  await finished(printer);

  if (silence.signal.aborted) {
    return complain(
      tally,
      `Nothing happened for ${silenceLimitMs / 1000} s; never ended: ${hanging.join(', ')}.`,
    );
  }
  return tally.passed + tally.failed === 0
    ? complain(tally, `The group "${group.name}" ran no test.`)
    : tally;
}

function followFile(unfinished: Set<string>, event: TestEvent): void {
  if (event.type === 'test:dequeue' && event.data.nesting === 0) unfinished.add(event.data.name);
  if (event.type === 'test:complete' && event.data.nesting === 0) unfinished.delete(event.data.name);
}

/** The runner's own totals are left out: they count files and groups, and ours come at the very end. */
function isWorthPrinting(event: TestEvent): boolean {
  return event.type !== 'test:summary' && !(event.type === 'test:diagnostic' && event.data.nesting === 0);
}
