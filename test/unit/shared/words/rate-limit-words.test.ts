import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { rateLimitSentence } from '#shared/words/rate-limit-words.ts';

const record = { connectionId: 'c', providerName: 'Monzo', answers: 2, days: 1, pauseMs: 0 };

describe('telling about 429', () => {
  test('now and then is not worth a word', () => {
    assert.equal(rateLimitSentence(record), null);
    assert.equal(rateLimitSentence({ ...record, answers: 9, days: 2 }), null);
  });

  test('often is, with what was done about it and what helps', () => {
    const sentence = rateLimitSentence({ ...record, answers: 14, days: 3, pauseMs: 400 });
    assert.match(
      sentence ?? '',
      /^Monzo said "too many requests" \(429\) 14 times on 3 of the last 7 days\./,
    );
    assert.match(sentence ?? '', /leaves 0\.4 s between its requests now.*--workers 1/);
  });

  test('a few on many days, or many on one, are often', () => {
    assert.match(rateLimitSentence({ ...record, answers: 3, days: 3 }) ?? '', /back at its usual speed/);
    assert.match(rateLimitSentence({ ...record, answers: 10 }) ?? '', /10 times/);
  });
});
