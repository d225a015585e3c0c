import { addDays } from '#shared/calendar-day.ts';
import { type Overview, sparklineDays } from '#shared/overview.ts';
import { readBalanceLines } from '../insights/balance-lines.ts';
import type { ReadingLedger } from '../open-ledger-read-only.ts';
import { listRateLimits } from '../provider-limits.ts';
import { readChangesSince } from './changes-since.ts';
import { readCoverageGaps } from './coverage-gaps.ts';
import { readNetWorth } from './net-worth.ts';

/** Everything the overview shows that is not in the state of the app. `sinceIso`: the last look. */
export function readOverview(ledger: ReadingLedger, sinceIso: string | null, nowIso: string): Overview {
  const today = nowIso.slice(0, 10);
  const range = { from: addDays(today, 1 - sparklineDays), to: today };
  return {
    sparklines: readBalanceLines(ledger.db, { currency: null }, range).map(({ accountId, balances }) => ({
      account_id: accountId,
      balances,
    })),
    totals: readNetWorth(ledger),
    changes: readChangesSince(ledger, sinceIso),
    doubtful_matches: countDoubtful(ledger),
    gaps: readCoverageGaps(ledger),
    rate_limits: listRateLimits(ledger, Date.parse(nowIso)),
  };
}

const countDoubtful = ({ db }: ReadingLedger): number =>
  db
    .prepare<[], number>("SELECT count(*) FROM transactions WHERE became_confidence = 'doubtful'")
    .pluck()
    .get() ?? 0;
