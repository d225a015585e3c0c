import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { failureSchema, type Failure } from '#shared/failure.ts';
import { sentenceOf, wordsOf } from '#shared/words/failure-words.ts';

/** One of every kind; a kind that is missing here fails the first test. */
const examples: readonly Failure[] = [
  { kind: 'rate-limited', untilIso: '2026-01-06T14:05:00Z' },
  { kind: 'daily-limit', untilIso: '2026-01-07T00:00:00Z', decidedBy: 'bank' },
  { kind: 'token-expired' },
  { kind: 'reconnect-needed', cause: 'consent-ended' },
  { kind: 'access-denied', code: 'access_denied' },
  { kind: 'old-history-refused' },
  { kind: 'range-refused', from: '2024-01-05', to: '2024-02-05' },
  { kind: 'account-gone' },
  { kind: 'not-supported' },
  { kind: 'bank-unavailable', status: 503, code: 'provider_error' },
  { kind: 'bank-timeout' },
  { kind: 'unreachable', host: 'api.example.org', cause: 'ECONNREFUSED' },
  { kind: 'bad-answer', host: 'api.example.org', detail: 'it is HTML' },
  { kind: 'answer-too-large', bytes: 64_000_000 },
  { kind: 'client-refused', status: 400, code: 'invalid_scope' },
  { kind: 'consent-denied' },
  { kind: 'connect-timed-out', afterMs: 300_000 },
  { kind: 'redirect-port-taken', port: 3000 },
  { kind: 'redirect-uri-unusable', redirectUri: 'https://example.org/x' },
  { kind: 'redirect-mismatch' },
  { kind: 'wrong-state' },
  { kind: 'code-refused' },
  { kind: 'wrong-client-secret' },
  { kind: 'auth-server-refused', code: 'unauthorized_client' },
  { kind: 'keychain-unavailable', detail: 'no session bus' },
  { kind: 'ledger-is-folder', path: '/data/' },
  { kind: 'ledger-not-writable', path: '/data/l.sqlite' },
  { kind: 'ledger-not-sqlite', path: '/data/l.sqlite' },
  { kind: 'ledger-not-passbook', path: '/data/l.sqlite' },
  { kind: 'ledger-newer', path: '/data/l.sqlite', found: 9, known: 3 },
  { kind: 'ledger-damaged', path: '/data/l.sqlite' },
  { kind: 'ledger-busy', path: '/data/l.sqlite' },
  { kind: 'disk-full', path: '/data/l.sqlite' },
  { kind: 'not-found', what: 'connection', id: 'c9' },
  { kind: 'nothing-connected' },
  { kind: 'output-not-writable', path: '/out.csv' },
  { kind: 'cancelled' },
  { kind: 'timed-out', afterMs: 1_700_000 },
  { kind: 'worker-crashed', detail: 'exit code 1' },
  { kind: 'bad-request' },
  { kind: 'bug' },
];

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
