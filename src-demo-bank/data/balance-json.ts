import { dayParts, epochDayFrom, epochDayOf, toCalendarDay } from '../life/epoch-day.ts';
import { dressOptional, toDecimal } from './dressing.ts';
import { updateTimestamp } from './write-timestamp.ts';
import type { AccountBook } from '../life/account-book.ts';
import type { AccountProfile, CardProfile } from '../life/profile.ts';
import type { Dressing } from './dressing.ts';

type Json = Readonly<Record<string, unknown>>;

/** The one entry of `.../balance`: `current` without pending rows, `available` with them. */
export function balanceJson(book: AccountBook, nowMs: number, dressing: Dressing): Json {
  const { profile } = book;
  return profile.kind === 'account'
    ? accountBalance(book, profile, nowMs, dressing)
    : cardBalance(book, profile, nowMs, dressing);
}

function accountBalance(book: AccountBook, profile: AccountProfile, nowMs: number, dressing: Dressing): Json {
  const currentMinor = book.balanceMinor();
  const availableMinor = currentMinor + book.pendingMinor() + profile.overdraftMinor;
  return {
    currency: profile.currency,
    current: toDecimal(currentMinor, profile.currency, dressing),
    ...dressOptional(
      {
        available: toDecimal(availableMinor, profile.currency, dressing),
        overdraft: toDecimal(profile.overdraftMinor, profile.currency, dressing),
        update_timestamp: updateTimestamp(nowMs, profile.index),
      },
      dressing,
    ),
  };
}

/** A card's `current` is money owed, positive; statements are drawn on the first of the month, due on the 20th. */
function cardBalance(book: AccountBook, profile: CardProfile, nowMs: number, dressing: Dressing): Json {
  const owedMinor = -book.balanceMinor();
  const { year, month } = dayParts(epochDayOf(nowMs));
  const statementDay = epochDayFrom(year, month, 1);
  const before = book.window(0, statementDay - 1).end;
  const statementMinor = before === 0 ? 0 : Math.max(0, -book.runningMinor(before - 1));
  const asTime = profile.validFrom === null ? '' : 'T00:00:00Z';
  return {
    currency: profile.currency,
    current: toDecimal(owedMinor, profile.currency, dressing),
    ...dressOptional(
      {
        available: toDecimal(
          profile.limitMinor - owedMinor + book.pendingMinor(),
          profile.currency,
          dressing,
        ),
        credit_limit: toDecimal(profile.limitMinor, profile.currency, dressing),
        last_statement_balance: toDecimal(statementMinor, profile.currency, dressing),
        last_statement_date: `${toCalendarDay(statementDay)}${asTime}`,
        payment_due: toDecimal(Math.min(statementMinor, 2500), profile.currency, dressing),
        payment_due_date: `${toCalendarDay(epochDayFrom(year, month, 20))}${asTime}`,
        update_timestamp: updateTimestamp(nowMs, profile.index),
      },
      dressing,
    ),
  };
}
