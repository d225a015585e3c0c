import { addDays } from '#shared/calendar-day.ts';
import type { InsightFilter } from '#shared/insights.ts';
import type { ReadingDatabase } from '../ledger-database.ts';
import { pairTransfers, type TransferCandidate, transferDays } from './pair-transfers.ts';
import { accountRefsOf } from './rows-of-filter.ts';

/** Transfers between own accounts that touch a filter. */
export interface FoundTransfers {
  /** Rows of the filter's accounts that are one end of one. */
  readonly refs: readonly number[];
  readonly count: number;
  readonly movedMinor: number;
}

/**
 * What no transfer between own accounts is: bought, drawn in cash, charged or earned. Worded as in the partial index
 * that holds the others (migration of `transactions_maybe_transfer`), else SQLite would not use it.
 */
const isMaybeTransfer = (t: string): string =>
  `${t}.removed_at IS NULL AND ${t}.category NOT IN ('PURCHASE', 'ATM', 'FEE_CHARGE', 'INTEREST')`;

/** The user's word is stronger: a row they hide, turn or put in a category is no transfer. */
const isUntouched = (t: string): string =>
  `NOT EXISTS (SELECT 1 FROM shown_overlays o WHERE o.transaction_ref = ${t}.ref
     AND (o.is_hidden = 1 OR o.is_flipped = 1 OR o.own_category IS NOT NULL))`;

/**
 * Recognises transfers: the same amount out of one account and into another of the user's, at most three days apart.
 * All own accounts are looked at, whichever the filter shows: the other end may lie in one that it does not.
 */
export function findTransfers(db: ReadingDatabase, filter: InsightFilter): FoundTransfers {
  const candidates = db
    .prepare<(string | number)[], TransferCandidate & { outAccount: number; inAccount: number }>(
      `SELECT o.ref AS outRef, o.date AS outDate, o.account_ref AS outAccount, i.ref AS inRef, i.date AS inDate,
              i.account_ref AS inAccount, i.amount_minor AS amountMinor
       FROM transactions i CROSS JOIN transactions o ON o.currency = i.currency AND o.amount_minor = -i.amount_minor
         AND o.date BETWEEN date(i.date, '-${String(transferDays)} days') AND date(i.date, '+${String(transferDays)} days')
       WHERE i.currency = ? AND i.amount_minor > 0 AND i.date BETWEEN ? AND ? AND o.account_ref <> i.account_ref
         AND ${isMaybeTransfer('i')} AND ${isMaybeTransfer('o')} AND ${isUntouched('i')} AND ${isUntouched('o')}`,
    )
    .all(filter.currency, addDays(filter.from, -transferDays), addDays(filter.to, transferDays));
  const accounts = new Map<number, number>();
  for (const { outRef, outAccount, inRef, inAccount } of candidates) {
    accounts.set(outRef, outAccount).set(inRef, inAccount);
  }
  const shown = new Set(accountRefsOf(db, filter.accountIds));
  const isShown = (ref: number, date: string): boolean =>
    shown.has(accounts.get(ref) ?? -1) && date >= filter.from && date <= filter.to;
  const refs: number[] = [];
  let count = 0;
  let movedMinor = 0;
  for (const pair of pairTransfers(candidates)) {
    const ends = [
      ...(isShown(pair.outRef, pair.outDate) ? [pair.outRef] : []),
      ...(isShown(pair.inRef, pair.inDate) ? [pair.inRef] : []),
    ];
    if (ends.length === 0) continue;
    refs.push(...ends);
    count += 1;
    movedMinor += pair.amountMinor;
  }
  return { refs, count, movedMinor };
}
