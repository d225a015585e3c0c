import { earlierDay, utcDay } from '#shared/calendar-day.ts';
import type { AccountCompleteness, CoverageSpan } from '#shared/completeness.ts';
import type { ReadingLedger } from '../open-ledger-read-only.ts';
import type { AccountFacts } from './account-facts.ts';
import { type DayLog, readDayLog } from './day-log.ts';
import { emptyBecause, judgeAccount } from './judge-account.ts';
import { type NamedAccount, namedAccounts, readAccountFacts } from './read-account-facts.ts';

/** How whole each account's history is, or that of one. The whole in one read transaction: a sync may be writing. */
export function judgeCompleteness(
  { db }: ReadingLedger,
  accountId: string | undefined,
  nowIso: string,
): readonly AccountCompleteness[] {
  return db.transaction(() =>
    namedAccounts(db, accountId).map((account) => judged(account, readAccountFacts(db, account), nowIso)),
  )();
}

function judged(account: NamedAccount, facts: AccountFacts, nowIso: string): AccountCompleteness {
  const { accountId, connectionId, providerName, displayName, kind, currency } = account;
  const log = readDayLog(facts.asked);
  const spans = spansOf(facts, log, nowIso);
  return {
    accountId,
    connectionId,
    providerName,
    displayName,
    kind,
    currency,
    booked: facts.booked,
    pending: facts.pending,
    spans,
    verdict: judgeAccount(facts, log, spans),
    emptyBecause: emptyBecause(facts, spans),
  };
}

/** From the first day anything was asked about, or the earliest row, to today. */
function spansOf({ rowsByDay }: AccountFacts, log: DayLog, nowIso: string): readonly CoverageSpan[] {
  const firstRow = [...rowsByDay.keys()].reduce<string | null>(
    (first, day) => (first === null ? day : earlierDay(first, day)),
    null,
  );
  const from =
    log.firstDay === null || firstRow === null
      ? (log.firstDay ?? firstRow)
      : earlierDay(log.firstDay, firstRow);
  if (from === null) return [];
  return log.spans({ from, to: utcDay(Date.parse(nowIso)) }, (day) => rowsByDay.get(day) ?? 0);
}
