import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { AccountFinding } from '#shared/account-finding.ts';
import { findingWords } from '#shared/words/finding-words.ts';
import { outcomeWords } from '#shared/words/outcome-words.ts';
import { plainFigures } from '#shared/words/sentence-figures.ts';

const days = { from: '2026-01-01', to: '2026-01-14' };
const nothing = { kind: 'nothing-new', answered: days, duplicates: 0, isKnown: true } as const;

describe('what is said of an account that was synced to its end', () => {
  const cases: readonly (readonly [string, AccountFinding, RegExp])[] = [
    [
      'the bank answered for no day',
      { ...nothing, answered: null },
      /^0 new rows because the bank answered for none/,
    ],
    [
      'all it sent was there',
      { ...nothing, duplicates: 8 },
      /^0 new rows because all 8 rows the bank has for the days from 2026-01-01 to 2026-01-14 are here already\.$/,
    ],
    [
      'the one row of a day was there',
      { ...nothing, answered: { from: days.to, to: days.to }, duplicates: 1 },
      /^0 new rows because the one row the bank has for 2026-01-14 is here already\.$/,
    ],
    ['a known account without rows lately', nothing, /^0 new rows because the bank has none for the days/],
    [
      'an account that never had any',
      { ...nothing, isKnown: false },
      /^0 rows because .*: the account is new, or was not used\.$/,
    ],
    [
      'old days',
      { kind: 'history-refused', ...days, reason: 'old-history-refused' },
      /from 2026-01-01 to 2026-01-14 only in the first minutes after you connect: reconnect/,
    ],
    [
      'days it never serves',
      { kind: 'history-refused', ...days, reason: 'range-refused' },
      /^The bank does not serve days from 2026-01-01 to 2026-01-14\.$/,
    ],
    ['pending rows denied', { kind: 'pending-denied' }, /^Pending transactions are left out/],
    ['an account without transactions', { kind: 'no-transactions' }, /^This bank has no transactions/],
  ];
  for (const [name, finding, sentence] of cases) {
    test(name, () => assert.match(outcomeWords({ findings: [finding] }) ?? '', sentence));
  }

  test('days and counts are written as the reader writes them', () => {
    const say = {
      ...plainFigures,
      day: (day: string) => `<${day}>`,
      count: (count: number) => `<${String(count)}>`,
    };
    assert.match(
      findingWords({ ...nothing, duplicates: 8 }, say),
      /all <8> rows .* <2026-01-01> to <2026-01-14>/,
    );
  });

  test('several are said one after another; of a failure what happened and what to do; of neither nothing', () => {
    assert.match(
      outcomeWords({ findings: [nothing, { kind: 'pending-denied' }] }) ?? '',
      /^0 new .*\. Pending .*\.$/,
    );
    assert.match(
      outcomeWords({ failure: { kind: 'bank-timeout' } }) ?? '',
      /^The bank did not answer in time\. Sync/,
    );
    assert.equal(outcomeWords({ findings: [] }), undefined);
  });
});
