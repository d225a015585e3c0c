import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createRedactor } from '../../../../src-main/log/redactor.ts';

const hex = 'A1B2'.repeat(16);
const jwt = `eyJ${'a'.repeat(20)}.eyJ${'b'.repeat(20)}.${'c'.repeat(20)}`;

/** What might slip into a line, and the part that must not stay. */
const leaks: readonly (readonly [what: string, text: string, secret: string])[] = [
  ['a bearer header', 'authorization: Bearer abcdefgh12345678', 'abcdefgh12345678'],
  ['basic credentials', 'Basic dXNlcjpwYXNzd29yZA==', 'dXNlcjpwYXNzd29yZA'],
  ['a JWT', `token ${jwt} refused`, 'eyJ'],
  ['a refresh token', `refresh ${hex} spent`, hex],
  ['a Console secret', 'secret tlcs_live_abc123', 'abc123'],
  ['a code in an address', 'GET /callback?code=abcdef123456&scope=info', 'abcdef123456'],
  ['a field of a form', 'client_secret=hunter2hunter2&x=1', 'hunter2hunter2'],
  ['a field of JSON', '{"access_token":"opaque-value","expires_in":3600}', 'opaque-value'],
  ['JSON inside JSON', '{"details":"{\\"refresh_token\\":\\"opaque-value\\"}"}', 'opaque-value'],
  ['a verifier', 'code_verifier: 0123456789abcdef', '0123456789abcdef'],
];

describe('the redactor', () => {
  for (const [what, text, secret] of leaks) {
    test(`blanks ${what}`, () => {
      const cleaned = createRedactor().clean(text);
      assert.ok(!cleaned.includes(secret), cleaned);
      assert.match(cleaned, /\[redacted\]/);
    });
  }

  test('blanks a value it was told about, whatever it looks like, also inside JSON and addresses', () => {
    const redactor = createRedactor();
    redactor.protect('pass "word"/7');
    const text = `${JSON.stringify({ a: 'pass "word"/7' })} ?x=${encodeURIComponent('pass "word"/7')}`;
    assert.equal(redactor.clean(text), '{"a":"[redacted]"} ?x=[redacted]');
  });

  test('leaves lines alone that hold no secret', () => {
    const lines = [
      'Page 1: fetched 100 transactions',
      'Rate limited (429), retrying in 2 s (attempt 1 of 3)',
      'Stopped Current: The code is not valid: it was used before, or is older than five minutes.',
      '{"level":"warn","account":"56c7b029e0f8ec5a2334fb0ffc2fface","code":404}',
    ];
    const { clean } = createRedactor();
    for (const line of lines) assert.equal(clean(line), line);
  });
});
