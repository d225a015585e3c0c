import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Verdict } from '#shared/completeness.ts';
import { verdictTitle, verdictWords } from '#shared/words/completeness-words.ts';

const say = { money: String, day: (day: string) => day, instant: String };
const proven = (from: string): Verdict => ({ kind: 'complete', from, to: '2026-11-23', by: ['balances'] });

test('two balances of one day prove that day, and no more is claimed', () => {
  const verdict = proven('2026-11-23');
  assert.equal(verdictTitle(verdict), 'Complete for one day');
  const said = verdictWords({ verdict, currency: 'GBP' }, say);
  assert.match(said, /^Complete on 2026-11-23: .*For older days the bank gave no balance/);
});

test('balances of several days prove the days between them', () => {
  const verdict = proven('2026-10-01');
  assert.equal(verdictTitle(verdict), 'Complete');
  assert.match(verdictWords({ verdict, currency: 'GBP' }, say), /^Complete from 2026-10-01 to 2026-11-23: /);
});
