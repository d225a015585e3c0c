import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { failureSchema } from '#shared/failure.ts';
import { sentenceOf, wordsOf } from '#shared/words/failure-words.ts';
import { failureExamples as examples } from '../../../support/failure-examples.ts';

describe('the words for failures', () => {
  test('there is an example here of every kind there is', () => {
    const kinds = failureSchema.options.map((option) => option.unwrap().shape.kind.value);
    assert.deepEqual(examples.map(({ kind }) => kind).toSorted(), kinds.toSorted());
  });

  for (const failure of examples) {
    test(`${failure.kind}: whole sentences that say what happened and what to do`, () => {
      const { happened, did, todo } = wordsOf(failure);
      for (const sentence of [happened, todo, ...(did === '' ? [] : [did])]) {
        assert.match(sentence, /^[A-Z/].*[.)]$/s);
        assert.doesNotMatch(sentence, /undefined|null|NaN|\[object/);
        assert.doesNotMatch(sentence, /\d{4}-\d{2}-\d{2}/, 'dates are written for people');
      }
    });
  }

  test('a rate limit says when to come back, and that nothing is lost', () => {
    const sentence = sentenceOf({ kind: 'rate-limited', untilIso: '2026-07-06T14:05:00Z' });
    assert.match(sentence, /6 July 2026|7 July 2026/);
    assert.match(sentence, /stored/);
  });

  test('a rate limit without a time still says what to do', () => {
    assert.match(sentenceOf({ kind: 'rate-limited', untilIso: null }), /in a few minutes/);
  });

  test('the budget that Passbook keeps itself is not blamed on the bank', () => {
    const untilIso = '2026-01-07T00:00:00Z';
    assert.doesNotMatch(
      wordsOf({ kind: 'daily-limit', untilIso, decidedBy: 'passbook' }).happened,
      /The bank allows/,
    );
  });

  test('only what a reconnect mends sends people to reconnect', () => {
    const needsConsent = examples.filter((failure) => /consent again/.test(sentenceOf(failure)));
    assert.deepEqual(
      needsConsent.map(({ kind }) => kind),
      ['reconnect-needed'],
    );
  });
});
