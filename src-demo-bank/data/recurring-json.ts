import { dayParts, epochDayFrom, epochDayOf, toCalendarDay } from '../life/epoch-day.ts';
import { dressOptional, toDecimal } from './dressing.ts';
import { hexWords } from './hex-words.ts';
import { seedOf } from '../life/seeded-random.ts';
import { amountOn } from '../life/regular-days.ts';
import type { AccountBook } from '../life/account-book.ts';
import type { Dressing } from './dressing.ts';
import type { RegularPayment } from '../life/regular-payments.ts';

type Json = Readonly<Record<string, unknown>>;

/** The bank's own account id, another than TrueLayer's. */
const providerAccountId = (book: AccountBook): string =>
  hexWords(seedOf(book.profile.accountId, 'provider-account'));
const midnight = (day: number): string => `${toCalendarDay(day)}T00:00:00+00:00`;
const ofKind = (book: AccountBook, kind: RegularPayment['kind']): readonly RegularPayment[] =>
  book.profile.regulars.filter((regular) => regular.kind === kind);

/** The entries of `.../standing_orders`. Amounts are positive, as in TrueLayer's examples. */
export function standingOrdersJson(book: AccountBook, nowMs: number, dressing: Dressing): readonly Json[] {
  const today = epochDayOf(nowMs);
  const { year, month, dayOfMonth } = dayParts(today);
  return ofKind(book, 'standing-order').map((regular) => {
    const next = epochDayFrom(year, month + (regular.dayOfMonth > dayOfMonth ? 0 : 1), regular.dayOfMonth);
    const amount = toDecimal(Math.abs(amountOn(regular, dayParts(next))), book.profile.currency, dressing);
    return {
      frequency: `IntrvlMnthDay:01:${String(regular.dayOfMonth).padStart(2, '0')}`,
      timestamp: new Date(nowMs).toISOString(),
      ...dressOptional(
        {
          status: 'Active',
          currency: book.profile.currency,
          next_payment_date: midnight(next),
          next_payment_amount: amount,
          first_payment_date: midnight(epochDayFrom(2021, 6, regular.dayOfMonth)),
          first_payment_amount: amount,
          final_payment_date: '9999-12-31T00:00:00+00:00',
          final_payment_amount: amount,
          payee: regular.payee.toUpperCase(),
          reference: regular.reference,
          meta: { provider_account_id: providerAccountId(book) },
        },
        dressing,
      ),
    };
  });
}

/** The entries of `.../direct_debits`, with the payment last booked where there is one. */
export function directDebitsJson(book: AccountBook, nowMs: number, dressing: Dressing): readonly Json[] {
  return ofKind(book, 'direct-debit').map((regular) => {
    const last = book.booked.findLast((row) => row.what === regular.what);
    const previous =
      last === undefined
        ? {}
        : {
            previous_payment_timestamp: midnight(last.day),
            previous_payment_amount: toDecimal(-last.amountMinor, book.profile.currency, dressing),
          };
    return {
      direct_debit_id: hexWords(
        ...[1, 2, 3, 4].map((word) => seedOf(book.profile.accountId, regular.id, word)),
      ),
      timestamp: new Date(nowMs).toISOString(),
      name: regular.payee.toUpperCase(),
      ...dressOptional({ status: 'Active', currency: book.profile.currency, ...previous }, dressing),
      meta: {
        provider_mandate_identification: regular.reference,
        provider_account_id: providerAccountId(book),
      },
    };
  });
}
