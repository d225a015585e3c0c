import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { findSeries } from '../../../../../src-worker/ledger/recurring/find-series.ts';
import { seriesState } from '../../../../../src-worker/ledger/recurring/payment-alert.ts';

const dayOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000;

/** Paid on the fifth from January to June 2026, unless said otherwise. */
const stateOn = (
  knownUntil: string,
  amounts: readonly number[] = [-999, -999, -999, -999, -999, -999],
  knownFrom = '2024-01-01',
) => {
  const occurrences = amounts.map((amountMinor, month) => ({
    day: Date.UTC(2026, month, 5) / 86_400_000,
    amountMinor,
  }));
  const [series] = findSeries(occurrences, { isPurchase: false });
  assert.ok(series !== undefined);
  return seriesState(series, { knownUntil: dayOf(knownUntil), knownFrom: dayOf(knownFrom) });
};

const expected = { kind: 'missed', expected_on: '2026-07-05' };
const ended = { kind: 'ended', last_on: '2026-06-05' };

describe('what about a recurring payment is worth a look', () => {
  const cases = [
    ['nothing while the next is not due', '2026-06-20', null],
    ['nothing while it may still come', '2026-07-11', null],
    ['that it did not come', '2026-07-12', expected],
    ['that it did not come, until the one after is due', '2026-08-11', expected],
    ['that it has ended, when two did not come', '2026-08-12', ended],
  ] as const;
  for (const [says, knownUntil, alert] of cases) {
    test(`${says} (${knownUntil})`, () => {
      assert.deepEqual(stateOn(knownUntil).alert, alert);
    });
  }

  test('nothing more once it is long gone', () => {
    assert.equal(stateOn('2026-10-01').isLongGone, false);
    assert.equal(stateOn('2026-12-01').isLongGone, true);
  });

  test('a new price, until it is known', () => {
    const risen = [-999, -999, -999, -999, -999, -1199];
    assert.deepEqual(stateOn('2026-06-20', risen).alert, {
      kind: 'changed',
      from_minor: -999,
      to_minor: -1199,
      on: '2026-06-05',
    });
    assert.equal(stateOn('2026-06-20', [-999, -999, -999, -1199, -1199, -1199]).alert, null);
  });

  test('a new payment, where enough is known from before it', () => {
    const three = [-999, -999, -999];
    assert.deepEqual(stateOn('2026-03-20', three).alert, { kind: 'new', since: '2026-01-05' });
    assert.equal(stateOn('2026-03-20', three, '2025-12-20').alert, null);
  });

  test('when the next is due: after a missed one the one after it, after an end none', () => {
    assert.equal(stateOn('2026-06-20').nextDay, dayOf('2026-07-05'));
    assert.equal(stateOn('2026-07-20').nextDay, dayOf('2026-08-05'));
    assert.equal(stateOn('2026-08-20').nextDay, null);
  });
});
