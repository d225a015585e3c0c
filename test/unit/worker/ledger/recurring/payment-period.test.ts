import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { PaymentPeriod } from '#shared/recurring-payment.ts';
import { nextDue, periodOf } from '../../../../../src-worker/ledger/recurring/payment-period.ts';

const dayOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000;
const days = (...list: readonly string[]): readonly number[] => list.map(dayOf);

const cases: readonly (readonly [says: string, days: readonly number[], period: PaymentPeriod | null])[] = [
  ['each Tuesday', days('2026-01-06', '2026-01-13', '2026-01-20', '2026-01-27'), 'weekly'],
  ['every second Friday', days('2026-01-02', '2026-01-16', '2026-01-30'), 'fortnightly'],
  ['every 28 days', days('2026-01-01', '2026-01-29', '2026-02-26', '2026-03-26'), 'four-weekly'],
  ['the first of each month', days('2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01'), 'monthly'],
  ['the first, or the Monday after', days('2026-01-02', '2026-02-02', '2026-03-02', '2026-04-01'), 'monthly'],
  ['the last of each month', days('2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30'), 'monthly'],
  [
    'monthly with one month missed',
    days('2026-01-05', '2026-02-05', '2026-04-05', '2026-05-05', '2026-06-05'),
    'monthly',
  ],
  ['quarterly', days('2025-03-25', '2025-06-24', '2025-09-29', '2025-12-25'), 'quarterly'],
  ['twice a year', days('2024-12-01', '2025-06-01', '2025-12-01'), 'half-yearly'],
  ['yearly', days('2024-06-10', '2025-06-10', '2026-06-12'), 'yearly'],
  ['two only', days('2026-01-01', '2026-02-01'), null],
  ['whenever one likes', days('2026-01-03', '2026-01-09', '2026-02-14', '2026-02-16', '2026-03-30'), null],
  ['monthly, then nothing for half a year', days('2026-01-01', '2026-02-01', '2026-08-01'), null],
];

describe('the period of a payment', () => {
  for (const [says, given, period] of cases) {
    test(`${says}: ${period ?? 'none'}`, () => {
      assert.equal(periodOf(given), period);
    });
  }

  test('is found whatever it is and whenever it began, from the days it makes', () => {
    const periods = ['weekly', 'fortnightly', 'monthly', 'quarterly', 'half-yearly', 'yearly'] as const;
    const begins = fc.integer({ min: dayOf('2024-01-01'), max: dayOf('2026-01-01') });
    fc.assert(
      fc.property(
        fc.constantFrom(...periods),
        begins,
        fc.integer({ min: 3, max: 12 }),
        (period, first, times) => {
          const made = [first];
          while (made.length < times) made.push(nextDue(period, made.at(-1) ?? first));
          assert.equal(periodOf(made), period);
        },
      ),
    );
  });
});
