import { earlierDay, utcDay } from '#shared/calendar-day.ts';
import type { AccountCompleteness, CoverageSpan, Verdict } from '#shared/completeness.ts';
import type { ReadingDatabase } from '../ledger-database.ts';
import type { ReadingLedger } from '../open-ledger-read-only.ts';
import { type KeptAnswers, nothingKept } from '../sums/kept-answers.ts';
import type { AccountFacts } from './account-facts.ts';
import { type DayLog, readDayLog } from './day-log.ts';
import { emptyBecause, judgeAccount } from './judge-account.ts';
import { type NamedAccount, namedAccounts, readAccountFacts } from './read-account-facts.ts';
import { turnedRows } from './read-running.ts';

/** How whole each account's history is, or that of one. The whole in one read transaction: a sync may be writing. */
export function judgeCompleteness(
  { db }: ReadingLedger,
  accountId: string | undefined,
  nowIso: string,
  kept: KeptAnswers = nothingKept,
): readonly AccountCompleteness[] {
  return db.transaction(() =>
    namedAccounts(db, accountId).map((account) => judged({ db, kept, nowIso }, account)),
  )();
}

interface JudgedWith {
  readonly db: ReadingDatabase;
  readonly kept: KeptAnswers;
  readonly nowIso: string;
}

function judged({ db, kept, nowIso }: JudgedWith, account: NamedAccount): AccountCompleteness {
  const facts = readAccountFacts(db, account, kept);
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
    isListed: facts.isListed,
    booked: facts.booked,
    pending: facts.pending,
    spans,
    verdict: judgedEitherWay(db, account, judgeAccount(facts, spans), (turned) =>
      judgeAccount(readAccountFacts(db, account, kept, turned), spans),
    ),
    emptyBecause: emptyBecause(facts, spans),
  };
}

/**
 * Where rows as the bank sent them leave something unexplained, a sign that the user turned may explain it: then the
 * bank had sent it wrongly.
 */
function judgedEitherWay(
  db: ReadingDatabase,
  account: NamedAccount,
  asSent: Verdict,
  judge: (turned: ReadonlySet<number>) => Verdict,
): Verdict {
  if (asSent.kind !== 'unexplained') return asSent;
  const turned = turnedRows(db, account);
  if (turned.size === 0) return asSent;
  const asSaid = judge(turned);
  return asSaid.kind === 'unexplained' ? asSent : asSaid;
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
