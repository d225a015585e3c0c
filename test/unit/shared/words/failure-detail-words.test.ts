import assert from 'node:assert/strict';
import { test } from 'node:test';
import { failureDetail } from '#shared/failure-detail.ts';
import { sentenceOf } from '#shared/words/failure-words.ts';
import { failureDetailWords } from '#shared/words/failure-detail-words.ts';

test('what was wrong is a code in the failure and words in its sentence, with its value', () => {
  const failure = {
    kind: 'bad-answer',
    host: 'auth.example',
    detail: failureDetail('token-status', 403),
  } as const;
  assert.equal(failure.detail, 'token-status 403');
  assert.match(
    sentenceOf(failure),
    /not what TrueLayer documents: it answers the token request with status 403\./,
  );
  const locked = { kind: 'keychain-unavailable', detail: failureDetail('keychain-locked') } as const;
  assert.match(sentenceOf(locked), /cannot be used \(it is locked\)\./);
});

test('what another program said stays as it is', () => {
  for (const said of ['HTTP 404', 'exit code 1', 'row 3 missing from index', '', 'constructor']) {
    assert.equal(failureDetailWords(said), said);
  }
});
