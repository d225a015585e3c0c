import type { DayRange } from '#shared/calendar-day.ts';
import type { AskedHistory } from '../engine/account-ledger.ts';
import { mergeTouching } from '../engine/day-ranges.ts';
import type { AccountRefs } from './account-refs.ts';
import type { ReadingDatabase, WritingDatabase } from './ledger-database.ts';

/** One question about an account's days, and how the bank took it. */
export interface AskedRange {
  readonly range: DayRange;
  readonly outcome: 'answered' | 'refused';
  /** A failure kind, for refusals. */
  readonly reason: string | null;
  readonly rows: number;
  readonly askedAtIso: string;
  readonly pageRef: number | null;
}

/** SQL that names the connection's present consent; a new one may be granted what an older one was refused. */
const presentConsent = `(SELECT coalesce(consent_created_at, credentials_id, '') FROM connections WHERE ref = ?)`;

/** Notes what was asked and how it went, under the consent of now. Inside the caller's transaction. */
export function recordCoverage(db: WritingDatabase, refs: AccountRefs, asked: AskedRange): void {
  db.prepare(
    `INSERT INTO coverage
       (account_ref, job_ref, raw_page_ref, from_day, to_day, outcome, reason, rows, asked_at, consent)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ${presentConsent})`,
  ).run(
    refs.accountRef,
    refs.jobRef,
    asked.pageRef,
    asked.range.from,
    asked.range.to,
    asked.outcome,
    asked.reason,
    asked.rows,
    asked.askedAtIso,
    refs.connectionRef,
  );
}

/** @see AskedHistory */
export function readHistory(db: ReadingDatabase, refs: AccountRefs): AskedHistory {
  const answered = db
    .prepare<[number], DayRange>(
      `SELECT DISTINCT from_day AS "from", to_day AS "to" FROM coverage
       WHERE account_ref = ? AND outcome = 'answered' ORDER BY from_day, to_day`,
    )
    .all(refs.accountRef);
  const refused = db
    .prepare<[number, number], DayRange>(
      `SELECT DISTINCT from_day AS "from", to_day AS "to" FROM coverage
       WHERE account_ref = ? AND outcome = 'refused' AND consent = ${presentConsent} ORDER BY from_day, to_day`,
    )
    .all(refs.accountRef, refs.connectionRef);
  return { answered: mergeTouching(answered), refused };
}
