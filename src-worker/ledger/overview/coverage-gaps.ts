import { addDays, laterDay } from '#shared/calendar-day.ts';
import type { CoverageGap } from '#shared/overview.ts';
import type { ReadingLedger } from '../open-ledger-read-only.ts';

/** Days an account's bank was asked about. */
export interface AskedDays {
  readonly account_id: string;
  readonly from: string;
  readonly to: string;
}

/**
 * Days between two answered ranges of one account that lie in neither, and that the bank has not refused: what it refused
 * can be had with a new consent at best, which the Completeness page says. `answered`: by account, then by first day.
 */
export function gapsBetween(
  answered: readonly AskedDays[],
  refused: readonly AskedDays[] = [],
): readonly CoverageGap[] {
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
  return gaps.filter(
    (gap) =>
      !refused.some(
        ({ account_id: id, from, to }) => id === gap.account_id && from <= gap.to && to >= gap.from,
      ),
  );
}

/** The holes in what the banks were asked about; what lies before the oldest answer is no hole. */
export const readCoverageGaps = (ledger: ReadingLedger): readonly CoverageGap[] =>
  gapsBetween(askedDays(ledger, 'answered'), askedDays(ledger, 'refused'));

const askedDays = ({ db }: ReadingLedger, outcome: 'answered' | 'refused'): readonly AskedDays[] =>
  db
    .prepare<[string], AskedDays>(
      `SELECT DISTINCT a.account_id, c.from_day AS "from", c.to_day AS "to"
       FROM accounts a JOIN connections n ON n.ref = a.connection_ref JOIN coverage c ON c.account_ref = a.ref
       WHERE c.outcome = ? AND n.state <> 'revoked' ORDER BY a.ref, 2, 3`,
    )
    .all(outcome);
