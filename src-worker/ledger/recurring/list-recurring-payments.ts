import * as z from 'zod';
import { addDays, type CalendarDay, utcDay } from '#shared/calendar-day.ts';
import {
  type PaymentAlert,
  type RecurringPayment,
  recurringPaymentSchema,
} from '#shared/recurring-payment.ts';
import type { ReadingDatabase } from '../ledger-database.ts';
import type { ReadingLedger } from '../open-ledger-read-only.ts';
import { type KeptAnswers, nothingKept } from '../sums/kept-answers.ts';
import { readBankRecurring } from './bank-recurring.ts';
import { findSeries, type Series } from './find-series.ts';
import { joinRecurring, type SeenPayment } from './join-recurring.ts';
import { type AlertFacts, seriesState } from './payment-alert.ts';
import { type PaymentGroup, readPaymentHistory } from './payment-history.ts';

/** To be raised when looking for series comes to other results than before: kept ones are not used then. */
const seriesEdition = 1;
/** What a bank stopped listing is told for so long. */
const goneDays = 60;

const dayMs = 86_400_000;

interface KnownDays {
  readonly ref: number;
  readonly accountId: string;
  readonly knownFrom: CalendarDay | null;
  readonly knownUntil: CalendarDay | null;
}

/** What comes again and again, by the banks' lists and by the rows; what is odd first, then by the next day. */
export function listRecurringPayments(
  { db }: ReadingLedger,
  nowIso: string,
  kept: KeptAnswers = nothingKept,
): readonly RecurringPayment[] {
  const today = nowIso.slice(0, 10);
  const accounts = new Map(knownDays(db).map((each) => [each.ref, each]));
  const seen = [...accounts.values()].flatMap((account) =>
    kept
      .of(
        {
          accountRef: account.ref,
          what: 'recurring',
          restsOn: [seriesEdition, today, account],
          schema: z.array(recurringPaymentSchema),
        },
        () => paymentsOf(db, account, today),
      )
      .map((payment): SeenPayment => ({ accountRef: account.ref, payment })),
  );
  const listed = readBankRecurring(db, addDays(today, -goneDays));
  const accountIdOf = (ref: number): string => accounts.get(ref)?.accountId ?? '';
  return joinRecurring(seen, listed, accountIdOf, today).toSorted(byNeed);
}

/** What one account's rows show. */
function paymentsOf(db: ReadingDatabase, account: KnownDays, today: CalendarDay): RecurringPayment[] {
  const facts = {
    knownUntil: Math.min(dayNumber(today), dayNumber(account.knownUntil ?? today)),
    knownFrom: dayNumber(account.knownFrom ?? today),
  };
  return readPaymentHistory(db, account.ref, today).flatMap((group) =>
    findSeries(group.occurrences, group).flatMap((series, index) =>
      seenPayment(group, account.accountId, series, index, facts),
    ),
  );
}

/** Since when and until when the rows of each account are known. */
const knownDays = (db: ReadingDatabase): readonly KnownDays[] =>
  db
    .prepare<[], KnownDays>(
      `SELECT a.ref, a.account_id AS accountId,
              (SELECT min(date) FROM transactions WHERE account_ref = a.ref) AS knownFrom,
              (SELECT max(to_day) FROM coverage WHERE account_ref = a.ref AND outcome = 'answered') AS knownUntil
       FROM accounts a`,
    )
    .all();

function seenPayment(
  group: PaymentGroup,
  accountId: string,
  series: Series,
  index: number,
  facts: AlertFacts,
): readonly RecurringPayment[] {
  const { alert, nextDay, isLongGone } = seriesState(series, facts);
  const last = series.occurrences.at(-1);
  if (isLongGone || last === undefined) return [];
  const { accountRef, payee, currency } = group;
  const way = last.amountMinor < 0 ? 'out' : 'in';
  const payment: RecurringPayment = {
    key: `seen ${String(accountRef)} ${currency} ${way} ${payee} ${String(index)}`,
    account_id: accountId,
    payee,
    kind: 'seen',
    currency,
    amount_minor: last.amountMinor,
    is_variable: series.amounts.isVariable,
    period: series.period,
    last_on: utcDay(last.day * dayMs),
    next_on: nextDay === null ? null : utcDay(nextDay * dayMs),
    times: series.occurrences.length,
    alert,
  };
  return [payment];
}

const dayNumber = (day: CalendarDay): number => Math.round(Date.parse(`${day}T00:00:00Z`) / dayMs);

const needs: Readonly<Record<PaymentAlert['kind'], number>> = { missed: 0, ended: 1, changed: 2, new: 3 };

function byNeed(a: RecurringPayment, b: RecurringPayment): number {
  const need = (payment: RecurringPayment): number =>
    payment.alert === null ? 4 : needs[payment.alert.kind];
  return (
    need(a) - need(b) ||
    (a.next_on ?? '9999').localeCompare(b.next_on ?? '9999') ||
    a.payee.localeCompare(b.payee)
  );
}
