import { laterDay } from '#shared/calendar-day.ts';
import type { BalanceHistory, InsightFilter } from '#shared/insights.ts';
import type { ReadingLedger } from '../open-ledger-read-only.ts';
import { readBalanceLines } from './balance-lines.ts';
import { listDays, sampledPlaces } from './list-days.ts';

/** Balances over the days of the filter, each account for itself and all of them together. */
export function readBalanceHistory(
  { db }: ReadingLedger,
  filter: InsightFilter,
  nowIso: string,
): BalanceHistory {
  // The walk begins at today's balance, however long ago the range ended.
  const range = { from: filter.from, to: laterDay(filter.to, nowIso.slice(0, 10)) };
  const lines = readBalanceLines(db, filter, range);
  const days = listDays(filter);
  const places = sampledPlaces(days.length);
  const accounts = lines.map(({ accountId, balances, isStepped }) => ({
    account_id: accountId,
    balances: places.map((place) => balances[place] ?? null),
    is_stepped: isStepped,
  }));
  const total = places.map((_, at) => {
    const known = accounts.map(({ balances }) => balances[at] ?? null).filter((each) => each !== null);
    return known.length === 0 ? null : known.reduce((sum, each) => sum + each, 0);
  });
  return { days: places.map((place) => days[place] ?? filter.to), accounts, total };
}
