import { dressOptional, toDecimal } from './dressing.ts';
import { idSaltOf, rowIds } from './row-ids.ts';
import { writeTimestamp } from './write-timestamp.ts';
import type { AccountBook } from '../life/account-book.ts';
import type { Dressing } from './dressing.ts';
import type { EpochDay } from '../life/epoch-day.ts';
import type { IdSalt } from './row-ids.ts';
import type { LifeRow } from '../life/life-row.ts';
import type { Profile } from '../life/profile.ts';

/** `withBalance`: the scope `balance` was granted, without which no running balance is told. */
export interface TransactionWriting {
  readonly dressing: Dressing;
  readonly withBalance: boolean;
}

/** The booked rows of these days, both included, newest first, as JSON texts. */
export function bookedJson(
  book: AccountBook,
  from: EpochDay,
  to: EpochDay,
  writing: TransactionWriting,
): string[] {
  const { start, end } = book.window(from, to);
  const salt = idSaltOf(book.profile);
  const texts: string[] = [];
  for (let index = end - 1; index >= start; index -= 1) {
    const row = book.booked[index];
    if (row === undefined) continue;
    const running = writing.withBalance ? book.runningMinor(index) : null;
    texts.push(JSON.stringify(transactionJson(book.profile, salt, row, writing.dressing, running)));
  }
  return texts;
}

/** The complete current set of pending rows, newest first, as JSON texts. */
export function pendingJson(book: AccountBook, writing: TransactionWriting): string[] {
  const salt = idSaltOf(book.profile);
  return book.pending
    .toReversed()
    .map((row) => JSON.stringify(transactionJson(book.profile, salt, row, writing.dressing, null)));
}

function transactionJson(
  profile: Profile,
  salt: IdSalt,
  row: LifeRow,
  dressing: Dressing,
  runningMinor: number | null,
): Readonly<Record<string, unknown>> {
  const { style, currency } = profile;
  const { what, amountMinor } = row;
  const ids = rowIds(salt, profile, row, dressing.transactionIdSalt);
  const optional: Record<string, unknown> = {};
  if (ids.normalisedId !== null) optional['normalised_provider_transaction_id'] = ids.normalisedId;
  if (ids.providerId !== null) optional['provider_transaction_id'] = ids.providerId;
  if (what.merchant !== null) optional['merchant_name'] = what.merchant;
  if (style.runningBalance && runningMinor !== null) {
    optional['running_balance'] = { currency, amount: toDecimal(runningMinor, currency, dressing) };
  }
  const meta = metaOf(profile, row);
  if (meta !== null) optional['meta'] = meta;
  return {
    timestamp: writeTimestamp(row, style, dressing.sevenDigitFractions),
    description: what.description,
    transaction_type: amountMinor < 0 ? 'DEBIT' : 'CREDIT',
    transaction_category: what.category,
    transaction_classification: style.classified ? what.classification : [],
    // Cards: purchases positive, repayments and refunds negative (truelayer.md, 2.6).
    amount: toDecimal(profile.kind === 'card' ? -amountMinor : amountMinor, currency, dressing),
    currency,
    transaction_id: ids.transactionId,
    ...dressOptional(optional, dressing),
  };
}

/** Every bank has its own; one row in nine has none. */
function metaOf(profile: Profile, row: LifeRow): Readonly<Record<string, string>> | null {
  if (row.key % 9 === 4) return null;
  const meta = { provider_transaction_category: row.what.bankCode };
  if (profile.kind !== 'card') return meta;
  return { ...meta, cardNumber: `************${profile.lastFour}`, location: 'LONDON' };
}
