import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseExactJson } from '#shared/exact-json.ts';
import { decodeAmountMinor } from '#shared/money.ts';

test('an amount with more digits than a double holds comes as its text, to the last digit', () => {
  const body = '{"results":[{"amount":12345678901234.56},{"amount":-4.2}]}';
  assert.deepEqual(parseExactJson(body), { results: [{ amount: '12345678901234.56' }, { amount: -4.2 }] });
  assert.equal(decodeAmountMinor('12345678901234.56', 'GBP'), 1_234_567_890_123_456);
});

test('long ids and timestamps in strings stay strings and everything else stays as JSON.parse has it', () => {
  const body = '{"id":"12345678901234567890","at":"2026-01-06T08:00:00.1234567Z","n":[1,2.5,1e3,null,true]}';
  assert.deepEqual(parseExactJson(body), JSON.parse(body));
});

test('broken JSON throws as JSON.parse does', () => {
  assert.throws(() => parseExactJson('{"results":[{"amount":1234567890123456.78'), SyntaxError);
});
