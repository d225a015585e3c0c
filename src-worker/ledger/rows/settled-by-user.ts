import type { BankTransaction } from '#shared/bank-rows.ts';
import type { ReadingDatabase } from '../ledger-database.ts';

/**
 * The sent pending rows without those that the user has confirmed to be booked: a bank that lags may list them a
 * little longer. Recognised by id only, since by content the next payment of the same kind would be lost.
 */
export function withoutSettledByUser(
  db: ReadingDatabase,
  accountRef: number,
  sent: readonly BankTransaction[],
): readonly BankTransaction[] {
  const confirmed = db.prepare<[string, number]>(
    `SELECT 1 FROM transactions WHERE identity_key = ? AND account_ref = ? AND became_confidence = 'confirmed'`,
  );
  const isConfirmed = (key: string): boolean => confirmed.get(key, accountRef) !== undefined;
  return sent.filter(
    ({ normalisedId, providerId }) =>
      !(normalisedId !== null && isConfirmed(`pending:n:${normalisedId}`)) &&
      !(providerId !== null && isConfirmed(`pending:p:${providerId}`)),
  );
}
