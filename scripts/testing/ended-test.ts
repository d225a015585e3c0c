import { resolve } from 'node:path';
import type { TestEvent } from 'node:test/reporters';
import type { EndedTest } from './tally.ts';

/** What an event of `node:test` says about a test that ended; `null` for the other events. */
export function endedTest(event: TestEvent, root: string): EndedTest | null {
  if (event.type !== 'test:pass' && event.type !== 'test:fail') return null;
  const { name, nesting, file, skip, todo } = event.data;
  const isFile = nesting === 0 && file !== undefined && resolve(root, name) === file;
  return {
    name,
    what: isFile ? 'file' : event.data.details.type === 'suite' ? 'suite' : 'test',
    result:
      event.type === 'test:pass'
        ? 'passed'
        : failedInside(event.data.details.error)
          ? 'failed-inside'
          : 'failed',
    skip,
    todo,
  };
}

/** `failureType` is documented for the errors of `test:fail` only by example. */
const failedInside = (error: Error): boolean =>
  'failureType' in error && error.failureType === 'subtestsFailed';
