import type { CalendarDay, DayRange } from '#shared/calendar-day.ts';
import type { ReadingDatabase } from '../ledger-database.ts';
import { readDayTotals } from '../sums/day-totals.ts';
import { readStaleMonths, type StaleMonths } from '../sums/stale-months.ts';
import { balanceLine, type BalanceLine, type StatedBalance } from './balance-line.ts';
import { listDays, placeOfDay } from './list-days.ts';

/** An account and what it held at the end of each day. */
export interface AccountLine extends BalanceLine {
  readonly accountId: string;
}

interface AccountFacts {
  readonly ref: number;
  readonly accountId: string;
  readonly kind: 'account' | 'card';
  readonly currency: string;
  readonly firstRowDay: CalendarDay | null;
}

interface DayRow {
  readonly date: CalendarDay;
  readonly net: number;
  readonly closing: number | null;
}

/**
 * The balances of some accounts (all when `accountIds` is left out) that are kept in `currency`, at the end of each day
 * of the range, which ends today. Booked rows as the bank has them: what the user hides has moved money all the same;
 * what they turn was wrong.
 */
export function readBalanceLines(
  db: ReadingDatabase,
  wish: { readonly currency: string | null; readonly accountIds?: readonly string[] | undefined },
  range: DayRange,
): readonly AccountLine[] {
  const days = listDays(range);
  const stale = readStaleMonths(db);
  const accounts = db
    .prepare<[Readonly<Record<'currency' | 'ids', string | null>>], AccountFacts>(
      `SELECT a.ref, a.account_id AS accountId, a.kind, a.currency,
              (SELECT min(date) FROM transactions WHERE account_ref = a.ref) AS firstRowDay
       FROM accounts a
       WHERE (@currency IS NULL OR a.currency = @currency)
         AND (@ids IS NULL OR a.account_id IN (SELECT value FROM json_each(@ids)))
       ORDER BY a.connection_ref, a.display_name, a.ref`,
    )
    .all({
      currency: wish.currency,
      ids: wish.accountIds === undefined ? null : JSON.stringify(wish.accountIds),
    });
  return accounts.map((account) => {
    const nets = days.map(() => 0);
    const closings = days.map((): number | null => null);
    for (const { date, net, closing } of dayRows(db, account, range, stale)) {
      const place = placeOfDay(range.from, date);
      nets[place] = net;
      // A card's running balance is now the debt, now what is left.
      closings[place] = account.kind === 'card' ? null : closing;
    }
    for (const { date, net } of turnedRows(db, account.ref, range)) {
      const place = placeOfDay(range.from, date);
      nets[place] = (nets[place] ?? 0) + net;
    }
    const stated = statedBalances(db, account, range.from);
    const firsts = [
      stated[0]?.first,
      ...(account.firstRowDay === null ? [] : [placeOfDay(range.from, account.firstRowDay)]),
    ];
    const begins = Math.min(...firsts.map((first) => first ?? Number.POSITIVE_INFINITY));
    return { accountId: account.accountId, ...balanceLine({ nets, closings, stated, begins }) };
  });
}

const dayRows = (
  db: ReadingDatabase,
  { ref, currency }: AccountFacts,
  range: DayRange,
  stale: StaleMonths | null,
): readonly DayRow[] =>
  readDayTotals(db, stale, ref, range)
    .filter((day) => day.currency === currency)
    .map(({ date, bookedMinor: net, closingMinor: closing }) => ({ date, net, closing }));

/** What the rows that the user turned add to their days. */
const turnedRows = (db: ReadingDatabase, ref: number, { from, to }: DayRange): readonly DayRow[] =>
  db
    .prepare<[number, string, string], DayRow>(
      `SELECT t.date, -2 * t.amount_minor AS net, NULL AS closing
       FROM shown_overlays o CROSS JOIN transactions t ON t.ref = o.transaction_ref
       WHERE o.is_flipped = 1 AND t.account_ref = ? AND t.date BETWEEN ? AND ? AND t.removed_at IS NULL
         AND t.status = 'booked'`,
    )
    .all(ref, from, to);

const statedBalances = (
  db: ReadingDatabase,
  { ref, kind }: AccountFacts,
  from: CalendarDay,
): readonly StatedBalance[] =>
  db
    .prepare<[number], { first: string; last: string; minor: number }>(
      `SELECT substr(first_seen_at, 1, 10) AS first, substr(last_seen_at, 1, 10) AS last, current_minor AS minor
       FROM balances WHERE account_ref = ? ORDER BY ref`,
    )
    .all(ref)
    .map(({ first, last, minor }) => ({
      first: placeOfDay(from, first),
      last: placeOfDay(from, last),
      minor: kind === 'card' && minor !== 0 ? -minor : minor,
    }));
