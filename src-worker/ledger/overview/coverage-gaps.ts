import { addDays, laterDay } from '#shared/calendar-day.ts';
import type { CoverageGap } from '#shared/overview.ts';
import type { ReadingLedger } from '../open-ledger-read-only.ts';

/** An answered range of an account. */
export interface AnsweredRange {
  readonly account_id: string;
  readonly from: string;
  readonly to: string;
}

/** Days between two answered ranges of one account that lie in neither. `answered`: by account, then by first day. */
export function gapsBetween(answered: readonly AnsweredRange[]): readonly CoverageGap[] {
  const gaps: CoverageGap[] = [];
  let account: string | null = null;
  let edge = '';
  for (const { account_id, from, to } of answered) {
    if (account_id === account && from > addDays(edge, 1)) {
      gaps.push({ account_id, from: addDays(edge, 1), to: addDays(from, -1) });
    }
    edge = account_id === account ? laterDay(edge, to) : to;
    account = account_id;
  }
  return gaps;
}

/** The holes in what the banks were asked about; what lies before the oldest answer is no hole. */
export const readCoverageGaps = ({ db }: ReadingLedger): readonly CoverageGap[] =>
  gapsBetween(
    db
      .prepare<[], AnsweredRange>(
        `SELECT DISTINCT a.account_id, c.from_day AS "from", c.to_day AS "to"
         FROM accounts a JOIN connections n ON n.ref = a.connection_ref JOIN coverage c ON c.account_ref = a.ref
         WHERE c.outcome = 'answered' AND n.state <> 'revoked' ORDER BY a.ref, 2, 3`,
      )
      .all(),
  );
