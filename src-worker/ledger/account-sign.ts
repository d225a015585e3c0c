import type { AccountSign } from '#shared/account-sign.ts';
import type { ReadingDatabase } from './ledger-database.ts';
import type { Ledger } from './open-ledger.ts';
import type { ReadingLedger } from './open-ledger-read-only.ts';
import { writeUsersWord } from './users-word.ts';

/** The user's word on an account's signs; `as-sent` where there is none. */
export function accountSign({ db }: ReadingLedger, connectionId: string, accountId: string): AccountSign {
  const account = db
    .prepare<[string, string], { ref: number }>(
      `SELECT a.ref FROM accounts a JOIN connections c ON c.ref = a.connection_ref
       WHERE c.id = ? AND a.account_id = ?`,
    )
    .get(connectionId, accountId);
  return account === undefined ? 'as-sent' : signOf(db, account.ref);
}

function signOf(db: ReadingDatabase, accountRef: number): AccountSign {
  const row = db
    .prepare<[number], { sign: AccountSign }>('SELECT sign FROM account_overrides WHERE account_ref = ?')
    .get(accountRef);
  return row?.sign ?? 'as-sent';
}

/**
 * Sets which way an account's amounts point, and turns round the rows it has, so that old and new ones agree. The
 * change stands in each row's history as the user's. An account that several connections show is set in all of them;
 * the id it had under an earlier consent will do.
 *
 * @returns how many rows were turned round, or `null`: there is no such account.
 */
export function setAccountSign(
  { db }: Ledger,
  accountId: string,
  sign: AccountSign,
  nowIso: string,
): number | null {
  const set = db.transaction((): number | null => {
    const accounts = db
      .prepare<[string, string], { ref: number }>(
        `SELECT ref FROM accounts WHERE account_id = ?
           UNION SELECT account_ref FROM former_account_ids WHERE account_id = ?`,
      )
      .all(accountId, accountId);
    if (accounts.length === 0) return null;
    let turned = 0;
    for (const { ref } of accounts) {
      if (signOf(db, ref) === sign) continue;
      db.prepare(
        `INSERT INTO account_overrides (account_ref, sign, changed_at) VALUES (?, ?, ?)
           ON CONFLICT DO UPDATE SET sign = excluded.sign, changed_at = excluded.changed_at`,
      ).run(ref, sign, nowIso);
      db.prepare(
        `INSERT INTO transaction_changes (transaction_ref, kind, reason, fields_json, at)
           SELECT ref, 'amended', 'sign-override', json_object('amountMinor', json_array(amount_minor, -amount_minor)), ?
           FROM transactions WHERE account_ref = ? AND amount_minor <> 0`,
      ).run(nowIso, ref);
      turned += db
        .prepare(
          `UPDATE transactions SET amount_minor = -amount_minor, updated_at = ?
             WHERE account_ref = ? AND amount_minor <> 0`,
        )
        .run(nowIso, ref).changes;
    }
    return turned;
  });
  return writeUsersWord(db, () => set.immediate());
}
