import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { gapsBetween } from '../../../../../src-worker/ledger/overview/coverage-gaps.ts';
import { readOverview } from '../../../../../src-worker/ledger/overview/read-overview.ts';
import { bankRow } from '../../../../support/bank-rows.ts';
import { accountIn, answered, january, nowIso, temporaryLedger } from '../../../../support/ledger-fixture.ts';

const range = (from: string, to: string, account_id = 'a') => ({ account_id, from, to });
const balance = {
  currency: 'GBP',
  currentMinor: 100_000,
  availableMinor: null,
  overdraftMinor: null,
  creditLimitMinor: null,
  bankUpdatedAtUtc: null,
};

describe('gaps between answered days', () => {
  const cases = [
    ['none where ranges touch', [range('2026-01-01', '2026-01-10'), range('2026-01-11', '2026-01-20')], []],
    [
      'the days in between',
      [range('2026-01-01', '2026-01-10'), range('2026-01-13', '2026-01-20')],
      [range('2026-01-11', '2026-01-12')],
    ],
    [
      'none where a longer one covers them',
      [
        range('2026-01-01', '2026-03-01'),
        range('2026-01-05', '2026-01-06'),
        range('2026-02-01', '2026-02-02'),
      ],
      [],
    ],
    [
      'none between two accounts',
      [range('2026-01-01', '2026-01-10'), range('2026-03-01', '2026-03-10', 'b')],
      [],
    ],
  ] as const;
  for (const [says, answeredRanges, gaps] of cases) {
    test(says, () => {
      assert.deepEqual(gapsBetween(answeredRanges), gaps);
    });
  }
});

test('what the bank refused in between is no gap that could be fetched', () => {
  const answeredRanges = [range('2026-01-01', '2026-01-10'), range('2026-01-13', '2026-01-20')];
  assert.deepEqual(gapsBetween(answeredRanges, [range('2025-12-01', '2026-01-11')]), []);
  assert.equal(gapsBetween(answeredRanges, [range('2025-12-01', '2026-01-11', 'b')]).length, 1);
});

describe('the overview of a ledger', () => {
  test('draws ninety days back from the balance the bank stated', (t) => {
    const ledger = temporaryLedger(t);
    const account = accountIn(ledger);
    account.storeWindow(answered([bankRow({ date: '2026-01-19', amountMinor: -500 })]));
    account.storeBalance(balance, nowIso);
    const { sparklines, totals } = readOverview(ledger, null, nowIso);
    const [line] = sparklines;
    assert.deepEqual([line?.account_id, line?.balances.length], ['acc', 90]);
    assert.deepEqual(line?.balances.slice(-3), [null, 100_000, 100_000]);
    assert.deepEqual(totals, [{ currency: 'GBP', assets_minor: 100_000, debts_minor: 0, unknown: 0 }]);
  });

  test('names the largest of the rows that came since the last look, and none that were there', (t) => {
    const ledger = temporaryLedger(t);
    const account = accountIn(ledger);
    const old = bankRow({ date: '2026-01-02', amountMinor: -99_000, description: 'OLD' });
    account.storeWindow(answered([old]));
    const since = nowIso;
    const later = '2026-01-21T10:00:00.000Z';
    const rows = [
      old,
      bankRow({ date: '2026-01-20', amountMinor: 200_000, description: 'SALARY' }),
      bankRow({ date: '2026-01-20', amountMinor: -700, merchant: 'Tesco' }),
      bankRow({ date: '2026-01-20', amountMinor: -1_900, merchant: 'Vue' }),
    ];
    account.storeWindow({ ...answered(rows, january), askedAtIso: later });
    ledger.db.prepare('UPDATE transactions SET first_seen_at = ? WHERE description <> ?').run(later, 'OLD');
    const { changes } = readOverview(ledger, since, later);
    const [gbp] = changes.new_rows;
    assert.deepEqual([changes.since, changes.since_iso], ['look', since]);
    assert.deepEqual([gbp?.count, gbp?.in_minor, gbp?.out_minor], [3, 200_000, -2_600]);
    assert.deepEqual([gbp?.biggest_in?.name, gbp?.biggest_out?.name], ['SALARY', 'Vue']);
    assert.deepEqual(readOverview(ledger, later, later).changes.new_rows, []);
  });

  test('of a ledger that never synced says nothing is new, and asks nothing', (t) => {
    const ledger = temporaryLedger(t);
    const { changes, gaps, doubtful_matches: doubts } = readOverview(ledger, null, nowIso);
    assert.deepEqual([changes.since_iso, changes.new_rows, gaps, doubts], [null, [], [], 0]);
  });
});
