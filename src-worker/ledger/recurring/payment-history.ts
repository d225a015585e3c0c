import { addDays, type CalendarDay } from '#shared/calendar-day.ts';
import type { ReadingDatabase } from '../ledger-database.ts';
import type { Occurrence } from './find-series.ts';
import { payeeKey } from './payee-name.ts';

/** All payments of one account to one payee, or from one. */
export interface PaymentGroup {
  readonly accountRef: number;
  /** As the newest row has it. */
  readonly payee: string;
  readonly currency: string;
  readonly isPurchase: boolean;
  readonly occurrences: readonly Occurrence[];
}

/** Three of a year, wherever in the year they fall. */
const historyDays = 1120;
/** What is bought by card is a subscription of a week to a quarter; three quarters, and some days. */
const purchaseDays = 290;
/** A shop seen oftener is visited, not paid: weekly for as long as is looked. */
const mostTimes = 120;

interface GroupRow {
  readonly accountRef: number;
  readonly payee: string;
  readonly currency: string;
  readonly isPurchase: number;
  readonly times: string;
}

const dayMs = 86_400_000;

/** Worded as in the partial index of what may be a transfer, which leaves the many visits to shops out. */
// Each plus keeps SQLite from walking all days of the account instead of that index.
const maybeBill = `category NOT IN ('PURCHASE', 'ATM', 'FEE_CHARGE', 'INTEREST')
  AND currency IN (SELECT currency FROM accounts) AND +account_ref = ? AND +date >= ?`;
const isPurchase = `category = 'PURCHASE' AND account_ref = ? AND date >= ?`;
const payments = (flag: string, condition: string): string =>
  `SELECT ref, account_ref, merchant, description, currency, date, amount_minor, ${flag}
   FROM transactions WHERE ${condition} AND removed_at IS NULL AND status = 'booked'`;

/** Whom an account paid, or was paid by, at least three times lately, with the days and amounts. Hidden rows are not in it. */
export function readPaymentHistory(
  db: ReadingDatabase,
  accountRef: number,
  today: CalendarDay,
): readonly PaymentGroup[] {
  const rows = db
    .prepare<[number, string, number, string], GroupRow>(
      `SELECT t.account_ref AS accountRef, coalesce(t.merchant, t.description) AS payee, t.currency,
              t.isPurchase, group_concat(t.date || t.amount_minor) AS times
       FROM (${payments('0 AS isPurchase', maybeBill)} UNION ALL ${payments('1 AS isPurchase', isPurchase)}) t
       WHERE t.ref NOT IN (SELECT transaction_ref FROM shown_overlays WHERE is_hidden = 1 OR is_flipped = 1)
       GROUP BY t.account_ref, payee, t.currency, t.amount_minor < 0, t.isPurchase HAVING count(*) <= ${String(mostTimes)}
       ORDER BY max(t.date)`,
    )
    .all(accountRef, addDays(today, -historyDays), accountRef, addDays(today, -purchaseDays));
  const groups = Map.groupBy(rows, ({ accountRef, payee, currency, times }) =>
    [accountRef, currency, times[10] === '-', payeeKey(payee)].join(' '),
  );
  return [...groups.values()].flatMap((same): readonly PaymentGroup[] => {
    const newest = same.at(-1);
    const occurrences = same.flatMap(({ times }) => times.split(',').map(occurrenceOf));
    if (newest === undefined || occurrences.length < 3 || occurrences.length > mostTimes) return [];
    const { accountRef, payee, currency } = newest;
    return [{ accountRef, payee, currency, isPurchase: newest.isPurchase === 1, occurrences }];
  });
}

/** `2026-01-31-499` */
const occurrenceOf = (text: string): Occurrence => ({
  day: Math.round(Date.parse(`${text.slice(0, 10)}T00:00:00Z`) / dayMs),
  amountMinor: Number(text.slice(10)),
});
