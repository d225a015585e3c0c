import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { assertNothingFound } from './rules/assert-nothing-found.ts';
import { forbiddenText } from './rules/forbidden-text.ts';
import { readSourceTree } from './rules/source-file.ts';

describe('no check is switched off', () => {
  test('in any file', () => {
    assertNothingFound(forbiddenText(readSourceTree()));
  });
});

describe('the rule finds', () => {
  // In two parts each, or this file would break the rule it tests.
  const cases = [
    ['const a = b as', ' any;'],
    ['call(b as', ' any)'],
    ['// @ts-', 'ignore'],
    ['// @ts-', 'expect-error'],
    ['test.', "only('a', () => {});"],
    ["test('a', { only:", ' true }, () => {});'],
    ['// oxlint-', 'disable-next-line no-console'],
  ] as const;
  for (const [start, end] of cases) {
    test(start + end, () => {
      assert.equal(forbiddenText([{ path: 'a.ts', text: start + end }]).length, 1);
    });
  }

  test('nothing wrong with the words in a sentence', () => {
    assert.deepEqual(forbiddenText([{ path: 'a.ts', text: '/** As good as any other. */' }]), []);
  });

  test('nothing wrong with a disabled rule that gives its reason', () => {
    const text = ['// oxlint-', 'disable-next-line no-console -- the crash handler has no log'].join('');
    assert.deepEqual(forbiddenText([{ path: 'a.ts', text }]), []);
  });
});
