import type { BankBalance } from '#shared/bank-rows.ts';
import type { AccountRefs } from './account-refs.ts';
import type { WritingDatabase } from './ledger-database.ts';

/**
 * Balances over time: a new row when any amount changed, else the last one is said to have held until now, so that
 * an hourly sync of a quiet account does not fill the file. Inside the caller's transaction.
 */
export function storeBalance(
  db: WritingDatabase,
  refs: AccountRefs,
  balance: BankBalance,
  askedAtIso: string,
): void {
  const amounts = [
    balance.currency,
    balance.currentMinor,
    balance.availableMinor,
    balance.overdraftMinor,
    balance.creditLimitMinor,
  ] as const;
  const { changes } = db
    .prepare(
      `UPDATE balances SET last_seen_at = max(first_seen_at, ?), bank_updated_at = ?
       WHERE ref = (SELECT max(ref) FROM balances WHERE account_ref = ?)
         AND currency = ? AND current_minor = ? AND available_minor IS ? AND overdraft_minor IS ?
         AND credit_limit_minor IS ?`,
    )
    .run(askedAtIso, balance.bankUpdatedAtUtc, refs.accountRef, ...amounts);
  if (changes > 0) return;
  db.prepare(
    `INSERT INTO balances (account_ref, job_ref, currency, current_minor, available_minor, overdraft_minor,
       credit_limit_minor, bank_updated_at, first_seen_at, last_seen_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(refs.accountRef, refs.jobRef, ...amounts, balance.bankUpdatedAtUtc, askedAtIso, askedAtIso);
}
