import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { addTallies, countTest, emptyTally, type EndedTest } from '../../../../scripts/testing/tally.ts';

const ended = (over: Partial<EndedTest>): EndedTest => ({
  name: 'a',
  what: 'test',
  result: 'passed',
  ...over,
});
const countAll = (...tests: readonly Partial<EndedTest>[]) => tests.map(ended).reduce(countTest, emptyTally);
const counts = ({ passed, failed, skipped }: ReturnType<typeof countAll>) => [passed, failed, skipped];

describe('the closing line of npm test', () => {
  test('counts tests, and not the suites around them', () => {
    assert.deepEqual(counts(countAll({}, {}, { what: 'suite' })), [2, 0, 0]);
  });

  test('counts what failed in a suite once', () => {
    const tally = countAll({ result: 'failed' }, { what: 'suite', result: 'failed-inside' });
    assert.deepEqual(counts(tally), [0, 1, 0]);
  });

  test('counts a suite that failed by itself, as in a hook', () => {
    assert.deepEqual(counts(countAll({}, { what: 'suite', result: 'failed' })), [1, 1, 0]);
  });

  test('counts a file that broke before its first test', () => {
    assert.deepEqual(counts(countAll({ what: 'file', result: 'failed' })), [0, 1, 0]);
  });

  test('takes a file without tests for a failure, and says which', () => {
    const tally = countAll({ what: 'file', name: 'test/unit/a.test.ts' });
    assert.deepEqual(counts(tally), [0, 1, 0]);
    assert.match(tally.complaints.join(), /test\/unit\/a\.test\.ts holds no test/);
  });

  test('keeps the reason of a skip', () => {
    const tally = countAll({ name: 'keychain', skip: 'no session bus here' });
    assert.deepEqual(counts(tally), [0, 0, 1]);
    assert.deepEqual(tally.skips, ['keychain: no session bus here']);
  });

  test('takes a skip without a reason for a failure', () => {
    assert.deepEqual(counts(countAll({ skip: true }, { skip: '' })), [0, 2, 0]);
  });

  test('takes a todo for a failure', () => {
    assert.deepEqual(counts(countAll({ todo: true })), [0, 1, 0]);
  });

  test('adds groups up', () => {
    const both = addTallies(countAll({}, { skip: 'why' }), countAll({ result: 'failed' }, {}));
    assert.deepEqual(counts(both), [2, 1, 1]);
    assert.deepEqual(both.skips, ['a: why']);
  });
});
