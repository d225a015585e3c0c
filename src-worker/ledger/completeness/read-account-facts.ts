import * as z from 'zod';
import { addDays, type CalendarDay, type DayRange, utcDay } from '#shared/calendar-day.ts';
import type { ReadingDatabase } from '../ledger-database.ts';
import { readDayTotals } from '../sums/day-totals.ts';
import type { KeptAnswers } from '../sums/kept-answers.ts';
import { readStaleMonths } from '../sums/stale-months.ts';
import type { AccountFacts } from './account-facts.ts';
import { type Answer, readAnswerLog } from './answer-log.ts';
import type { AskedDays } from './day-log.ts';
import type { BalanceReading } from './explain-balances.ts';
import type { RunningTrail } from './follow-running.ts';
import { readMoves } from './read-moves.ts';
import { readRunning } from './read-running.ts';
import { usableTrail } from './usable-trail.ts';

/** An account as a list names it. */
export interface NamedAccount {
  readonly ref: number;
  readonly accountId: string;
  readonly connectionId: string;
  readonly providerName: string;
  readonly displayName: string;
  readonly kind: 'account' | 'card';
  readonly currency: string;
  readonly connectionState: string;
  readonly isListed: 0 | 1;
}

/** By connection and name; `accountId`: that one only. */
export const namedAccounts = (db: ReadingDatabase, accountId: string | undefined): readonly NamedAccount[] =>
  db
    .prepare<[string | null, string | null], NamedAccount>(
      `SELECT a.ref, a.account_id AS accountId, c.id AS connectionId, c.provider_name AS providerName,
              a.display_name AS displayName, a.kind, a.currency, c.state AS connectionState,
              a.last_seen_at = (SELECT max(last_seen_at) FROM accounts WHERE connection_ref = c.ref) AS isListed
       FROM accounts a JOIN connections c ON c.ref = a.connection_ref
       WHERE ? IS NULL OR a.account_id = ?
       ORDER BY c.provider_name, c.id, a.display_name, a.account_id`,
    )
    .all(accountId ?? null, accountId ?? null);

/**
 * All that a judgement of the account rests on. Rows count as the bank sent them, hidden ones too: its balances do the
 * same. `turned`: rows whose sign the user says the bank has wrong, to be counted the other way round.
 */
export function readAccountFacts(
  db: ReadingDatabase,
  account: NamedAccount,
  kept: KeptAnswers,
  turned: ReadonlySet<number> = new Set(),
): AccountFacts {
  const { ref, kind, currency, connectionState } = account;
  const balances = readBalances(db, account);
  const first = balances[0];
  const since =
    first === undefined
      ? null
      : { iso: first.atIso, day: addDays(utcDay(Date.parse(first.atIso)), -recentDays) };
  const counted = countRows(db, ref);
  const answers = readAnswers(db, ref);
  return {
    kind,
    connectionState,
    isListed: account.isListed === 1,
    asked: readAsked(db, ref),
    answers,
    balances,
    moves: since === null ? [] : readMoves(db, account, since, { turned, answers: readAnswerLog(answers) }),
    trail: kept.of(
      { accountRef: ref, what: 'trail', restsOn: [trailEdition, currency, [...turned]], schema: trailSchema },
      () => usableTrail(readRunning(db, account, turned)),
    ),
    ...counted,
  };
}

/** To be raised when following the figures (`follow-running.ts`, `usable-trail.ts`) comes to other results than before. */
const trailEdition = 1;

const trailSchema: z.ZodType<RunningTrail | null> = z
  .object({
    gaps: z.array(z.object({ from: z.string(), to: z.string(), amountMinor: z.number() })),
    days: z.number(),
    firstDay: z.string().nullable(),
    end: z.object({ day: z.string(), minor: z.number() }).nullable(),
  })
  .nullable();

/** Rows of these last days may stand on either side of the first balance. */
const recentDays = 2;

const readAsked = (db: ReadingDatabase, accountRef: number): readonly AskedDays[] =>
  db
    .prepare<[number], AskedDays>(
      `SELECT from_day AS "from", to_day AS "to", outcome, reason, asked_at AS askedAtIso
       FROM coverage WHERE account_ref = ? ORDER BY asked_at, ref`,
    )
    .all(accountRef);

/** Out of the raw pages: they stay when a sync is undone, whose days then count as not asked. */
const readAnswers = (db: ReadingDatabase, accountRef: number): readonly Answer[] =>
  db
    .prepare<[number], Answer>(
      `SELECT from_day AS "from", to_day AS "to", asked_at AS askedAtIso
       FROM raw_pages WHERE account_ref = ? AND kind = 'transactions' ORDER BY asked_at, ref`,
    )
    .all(accountRef);

interface StoredBalance {
  readonly minor: number;
  readonly first: string;
  readonly last: string;
}

/** A balance that held for a while was read twice at least: it says as much about the rows between. */
function readBalances(db: ReadingDatabase, { ref, currency }: NamedAccount): readonly BalanceReading[] {
  const stored = db
    .prepare<[number, string], StoredBalance>(
      `SELECT current_minor AS minor, first_seen_at AS first, last_seen_at AS last
       FROM balances WHERE account_ref = ? AND currency = ? ORDER BY ref`,
    )
    .all(ref, currency);
  return stored.flatMap(({ minor, first, last }) =>
    first === last
      ? [{ minor, atIso: first }]
      : [
          { minor, atIso: first },
          { minor, atIso: last },
        ],
  );
}

const allDays: DayRange = { from: '0000-00-00', to: '9999-99-99' };

/** What is pending is few, and has an index of its own. */
function countRows(
  db: ReadingDatabase,
  accountRef: number,
): Pick<AccountFacts, 'booked' | 'pending' | 'removed' | 'rowsByDay'> {
  const days = readDayTotals(db, readStaleMonths(db), accountRef, allDays);
  const pendingDays = db
    .prepare<[number], { readonly day: CalendarDay }>(
      `SELECT date AS day FROM transactions WHERE account_ref = ? AND status = 'pending' AND removed_at IS NULL`,
    )
    .all(accountRef);
  const rowsByDay = new Map<CalendarDay, number>();
  // A day has a line for each currency.
  for (const { date, live: some } of days) rowsByDay.set(date, (rowsByDay.get(date) ?? 0) + some);
  for (const { day } of pendingDays) rowsByDay.set(day, (rowsByDay.get(day) ?? 0) - 1);
  const live = days.reduce((sum, day) => sum + day.live, 0);
  return {
    booked: live - pendingDays.length,
    pending: pendingDays.length,
    removed: days.reduce((sum, day) => sum + day.removed, 0),
    rowsByDay,
  };
}
