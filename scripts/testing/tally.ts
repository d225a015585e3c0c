/** What is counted of one ended test. `skip` and `todo`: the reason, or `true` where none was given. */
export interface EndedTest {
  readonly name: string;
  /** `file`: the runner's own entry for a file, which it makes when the file failed as a whole or holds no test. */
  readonly what: 'test' | 'suite' | 'file';
  /** `inside`: only because something inside it failed, which is counted for itself. */
  readonly result: 'passed' | 'failed' | 'failed-inside';
  readonly skip?: string | boolean | undefined;
  readonly todo?: string | boolean | undefined;
}

/** How a group ended. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Printed at the end: a test that did not run has to say why. */
  readonly skips: readonly string[];
  /** What is wrong beyond the tests that failed; counted as failures. */
  readonly complaints: readonly string[];
}

/** A group before its first test. */
export const emptyTally: Tally = { passed: 0, failed: 0, skipped: 0, skips: [], complaints: [] };

/** Counts one test. A skip without a reason, a todo and a file without tests are failures. */
export function countTest(tally: Tally, test: EndedTest): Tally {
  if (test.result === 'failed-inside') return tally;
  if (test.result === 'failed') return { ...tally, failed: tally.failed + 1 };
  if (test.what === 'file') return complain(tally, `${test.name} holds no test.`);
  if (isGiven(test.todo)) return complain(tally, `"${test.name}" is still to be written.`);
  if (isGiven(test.skip)) return countSkip(tally, test.name, test.skip);
  return test.what === 'suite' ? tally : { ...tally, passed: tally.passed + 1 };
}

/** Something the counts do not show, as one more failure. */
export const complain = (tally: Tally, complaint: string): Tally => ({
  ...tally,
  failed: tally.failed + 1,
  complaints: [...tally.complaints, complaint],
});

/** Both together. */
export const addTallies = (a: Tally, b: Tally): Tally => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
  skips: [...a.skips, ...b.skips],
  complaints: [...a.complaints, ...b.complaints],
});

const isGiven = (value: string | boolean | undefined): boolean => value !== undefined && value !== false;

function countSkip(tally: Tally, name: string, reason: string | boolean | undefined): Tally {
  if (typeof reason !== 'string' || reason === '')
    return complain(tally, `"${name}" is skipped without a reason.`);
  return { ...tally, skipped: tally.skipped + 1, skips: [...tally.skips, `${name}: ${reason}`] };
}
