import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type EmptyAnswer, emptyAnswerWords } from '#shared/words/empty-answer-words.ts';

const days = { from: '2026-01-01', to: '2026-01-14' };

describe('why a sync brought nothing new', () => {
  const cases: readonly (readonly [string, EmptyAnswer, RegExp])[] = [
    [
      'the bank answered for no day',
      { answered: null, duplicates: 0, isKnown: true },
      /^0 new rows because the bank answered for none/,
    ],
    [
      'all it sent was there',
      { answered: days, duplicates: 8, isKnown: true },
      /^0 new rows because all 8 rows the bank has for the days from 2026-01-01 to 2026-01-14 are here already\.$/,
    ],
    [
      'the one row of a day was there',
      { answered: { from: days.to, to: days.to }, duplicates: 1, isKnown: true },
      /^0 new rows because the one row the bank has for 2026-01-14 is here already\.$/,
    ],
    [
      'a known account without rows lately',
      { answered: days, duplicates: 0, isKnown: true },
      /^0 new rows because the bank has none for the days/,
    ],
    [
      'an account that never had any',
      { answered: days, duplicates: 0, isKnown: false },
      /^0 rows because .*: the account is new, or was not used\.$/,
    ],
  ];
  for (const [name, answer, sentence] of cases) {
    test(name, () => assert.match(emptyAnswerWords(answer), sentence));
  }
});
