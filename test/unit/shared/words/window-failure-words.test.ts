import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { wordsOf } from '#shared/words/failure-words.ts';
import { windowWordsOf } from '#shared/words/window-failure-words.ts';
import { failureExamples } from '../../../support/failure-examples.ts';

describe('what the window says about a failure', () => {
  for (const failure of failureExamples) {
    test(`${failure.kind}: whole sentences, and no command to type`, () => {
      const { happened, did, todo } = windowWordsOf(failure);
      for (const sentence of [happened, todo]) assert.match(sentence, /^[A-Z/].*[.)]$/s);
      assert.doesNotMatch(`${happened} ${did} ${todo}`, /"passbook|(^|\s)--[a-z]|PASSBOOK_/);
    });
  }

  test('what happened is said as the terminal says it', () => {
    for (const failure of failureExamples) {
      assert.equal(windowWordsOf(failure).happened, wordsOf(failure).happened);
    }
  });
});
