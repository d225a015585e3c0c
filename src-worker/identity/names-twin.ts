import type { BankTransaction } from '#shared/bank-rows.ts';
import type { AskedDays } from './asked-days.ts';
import type { KnownRow } from './known-row.ts';

/**
 * On a day that was not asked an answer may hold only some of the day's rows, so a row with the same content and
 * another id may be the known row under a new id, or its twin. The day's own answer will tell; until then the known
 * row stands for both and is left as it is.
 */
export function namesTwin(known: KnownRow, sent: BankTransaction, asked: AskedDays): boolean {
  if (!known.live || asked.holds(sent.date) || known.date !== sent.date) return false;
  if (sent.normalisedId !== null && sent.normalisedId === known.normalisedId) return false;
  if (sent.providerId !== null && sent.providerId === known.providerId) return false;
  return known.normalisedId !== null || known.providerId !== null;
}
