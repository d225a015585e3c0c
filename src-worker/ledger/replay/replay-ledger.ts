import type { ReplayReport } from '#shared/restatement.ts';
import { failed, type Result, succeeded } from '#shared/result.ts';
import type { ReadingDatabase } from '../ledger-database.ts';
import type { Ledger } from '../open-ledger.ts';
import type { DecodePage } from './replay-pages.ts';
import { reportRestatement } from './report-restatement.ts';
import { restateRows } from './restate-rows.ts';
import { findWantedRows, type WantedRows } from './wanted-rows.ts';
import { whenUnchanged } from './when-unchanged.ts';

/** `accountId`: TrueLayer's, also one of an earlier consent; absent: all accounts. */
export interface ReplayWish {
  readonly accountId?: string | undefined;
  readonly apply: boolean;
  readonly nowIso: string;
}

/**
 * Makes the rows anew from the pages as they were received, with the present decoder and matcher, and says what differs;
 * with `apply`, makes the rows what came out. Rows that are the same keep their number, and what the user said about them.
 * A ledger that has lost its rows but not its pages gets them back this way, under the numbers they had.
 */
export function replayLedger(ledger: Ledger, wish: ReplayWish, decode: DecodePage): Result<ReplayReport> {
  const { db } = ledger;
  const accountRefs = listAccountRefs(db, wish.accountId);
  if (wish.accountId !== undefined && accountRefs.length === 0)
    return failed({ kind: 'not-found', what: 'account', id: wish.accountId });
  const workOut = (): WantedRows => findWantedRows(db, { accountRefs }, decode);
  if (!wish.apply) return succeeded(reportOf(db, workOut(), false));
  return succeeded(
    whenUnchanged(db, workOut, (found) => {
      const keepsNumbers = db.prepare('SELECT 1 FROM transactions LIMIT 1').get() === undefined;
      const { nowIso } = wish;
      const differences = found.differences.toSorted(inReadingOrder);
      restateRows(db, differences, found.liveRefs, { kind: 'replayed', jobRef: null, nowIso, keepsNumbers });
      return reportOf(db, found, true);
    }),
  );
}

/** New rows get their numbers in the order they were read in. */
const inReadingOrder = (a: WantedRows['differences'][number], b: typeof a): number =>
  (a.wanted?.ref ?? 0) - (b.wanted?.ref ?? 0);

const reportOf = (
  db: ReadingDatabase,
  { pages, unreadable, same, differences }: WantedRows,
  isApplied: boolean,
): ReplayReport => ({ isApplied, pages, unreadable, same, ...reportRestatement(db, differences) });

const listAccountRefs = (db: ReadingDatabase, accountId: string | undefined): readonly number[] =>
  accountId === undefined
    ? db.prepare<[], number>('SELECT ref FROM accounts ORDER BY ref').pluck().all()
    : db
        .prepare<[string, string], number>(
          `SELECT ref FROM accounts WHERE account_id = ?
           UNION SELECT account_ref FROM former_account_ids WHERE account_id = ?`,
        )
        .pluck()
        .all(accountId, accountId);
