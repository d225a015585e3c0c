import type { BankAccount } from '#shared/bank-rows.ts';
import type { ReadingDatabase } from './ledger-database.ts';

/** Every account a connection ever showed, oldest first. */
export const accountsOf = (db: ReadingDatabase, connectionRef: number): readonly BankAccount[] =>
  db
    .prepare<[number], BankAccount>(
      `SELECT account_id AS accountId, kind, display_name AS displayName, currency, type, numbers_json AS numbersJson
       FROM accounts WHERE connection_ref = ? ORDER BY ref`,
    )
    .all(connectionRef);
