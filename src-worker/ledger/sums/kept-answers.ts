import type * as z from 'zod';
import type { ReadingDatabase, WritingDatabase } from '../ledger-database.ts';
import { readStaleMonths } from './stale-months.ts';

/** What is to be worked out of an account's rows. */
export interface KeptWish<T> {
  readonly accountRef: number;
  readonly what: string;
  /** Everything beside the account's rows that the answer rests on, and a number to raise when the code behind it changes. */
  readonly restsOn: readonly unknown[];
  readonly schema: z.ZodType<T>;
}

/** Answers that were worked out before and hold as long as nothing of the account's rows has changed. */
export interface KeptAnswers {
  readonly of: <T>(wish: KeptWish<T>, workOut: () => T) => T;
}

/** Works everything out. */
export const nothingKept: KeptAnswers = { of: (_wish, workOut) => workOut() };

interface NewAnswer {
  readonly accountRef: number;
  readonly what: string;
  readonly restsOn: string;
  readonly value: unknown;
}

/**
 * What is kept in the ledger (`sums_kept`, migration 21), for the transaction that reads it. What was worked out anew is
 * handed over at the end, to be kept when that transaction is over.
 */
export function createKeptAnswers(db: ReadingDatabase): KeptAnswers & {
  readonly workedOut: readonly NewAnswer[];
} {
  const stale = readStaleMonths(db);
  if (stale === null) return { ...nothingKept, workedOut: [] };
  const edition = db
    .prepare<[number], number>('SELECT edition FROM sums_editions WHERE account_ref = ?')
    .pluck();
  const kept = db
    .prepare<[number, string, string], string>(
      'SELECT value_json FROM sums_kept WHERE account_ref = ? AND what = ? AND rests_on = ?',
    )
    .pluck();
  const workedOut: NewAnswer[] = [];
  return {
    workedOut,
    of: ({ accountRef, what, restsOn: on, schema }, workOut) => {
      // Rows have come or changed since the edition was counted.
      if (stale.of(accountRef).length > 0) return workOut();
      const restsOn = JSON.stringify([edition.get(accountRef) ?? 0, ...on]);
      const json = kept.get(accountRef, what, restsOn);
      if (json !== undefined) return schema.parse(JSON.parse(json));
      const value = workOut();
      workedOut.push({ accountRef, what, restsOn, value });
      return value;
    },
  };
}

/** Keeps what was worked out, in the place of what was kept under that name. */
export function keepAnswers(db: WritingDatabase, answers: readonly NewAnswer[]): void {
  if (answers.length === 0) return;
  const put = db.prepare<[number, string, string, string]>(
    `INSERT INTO sums_kept (account_ref, what, rests_on, value_json) VALUES (?, ?, ?, ?)
     ON CONFLICT (account_ref, what) DO UPDATE SET rests_on = excluded.rests_on, value_json = excluded.value_json`,
  );
  const keep = db.transaction(() => {
    for (const { accountRef, what, restsOn, value } of answers) {
      put.run(accountRef, what, restsOn, JSON.stringify(value));
    }
  });
  keep.immediate();
}
