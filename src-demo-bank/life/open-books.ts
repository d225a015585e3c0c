import { AccountBook } from './account-book.ts';
import { askedPending } from './asked-pending.ts';
import { countedRows } from './counted-rows.ts';
import { dayParts, epochDayFrom, epochDayOf } from './epoch-day.ts';
import { makeAccount, makeCard } from './household.ts';
import { planDay } from './plan-day.ts';
import { runningSums } from './running-sums.ts';
import type { LifeRow, PlannedRow } from './life-row.ts';
import type { Profile } from './profile.ts';

/** What decides the household's life. */
export interface LifeOptions {
  readonly seed: number;
  readonly accounts: number;
  readonly cards: number;
  /** Exactly so many booked rows for each account and card; absent: as a life brings them. */
  readonly transactions?: number | undefined;
  /** How far back the books go; absent: to the first of January, two to three years ago. */
  readonly days?: number | undefined;
  /** Exactly so many pending rows for each account and card; absent: as a life brings them. */
  readonly pending?: number | undefined;
  /** ISO 4217, in turn. */
  readonly currencies?: readonly string[] | undefined;
  /** The last of several serves no more than `shortHistoryDays` back, consent or not. */
  readonly hasShortHistory?: boolean | undefined;
}

/** Longer than the books go back (three years at most), whole windows of a client that asks for a year at a time included. */
const shortHistoryDays = 1200;
const countedDays = 730;
/** In the counted bank: what a current account and a card have pending unless asked otherwise. */
const usualPending = 2;

/** Opens every account's and card's books as they stand at `nowMs`. */
export function openBooks(options: LifeOptions, nowMs: number): readonly AccountBook[] {
  const { seed, accounts, cards } = options;
  const profiles = [
    ...Array.from({ length: accounts }, (_, index) => makeAccount(seed, index)),
    ...Array.from({ length: cards }, (_, index) => makeCard(seed, index, accounts)),
  ]
    .map((profile) => inCurrency(profile, options.currencies ?? []))
    .map((profile) => (hasShort(options, profile) ? { ...profile, historyDays: shortHistoryDays } : profile));
  const books = profiles.map((profile) =>
    options.transactions === undefined
      ? openNatural(options, profiles, profile, nowMs)
      : openCounted(options, options.transactions, profile, nowMs),
  );
  for (const book of books) book.advanceTo(nowMs);
  return books;
}

const hasShort = ({ hasShortHistory, accounts, cards }: LifeOptions, { index }: Profile): boolean =>
  hasShortHistory === true && index > 0 && index === accounts + cards - 1;

const inCurrency = (profile: Profile, currencies: readonly string[]): Profile => ({
  ...profile,
  currency: currencies[profile.index % currencies.length] ?? profile.currency,
});

function openNatural(
  options: LifeOptions,
  profiles: readonly Profile[],
  profile: Profile,
  nowMs: number,
): AccountBook {
  const firstDay = firstNaturalDay(options.days, nowMs);
  const life = { seed: options.seed, profiles, firstDay };
  const plan = (day: number): readonly PlannedRow[] => planDay(life, profile, day);
  if (options.pending === undefined) return new AccountBook(profile, [], firstDay, plan);
  const book = new AccountBook(profile, [], firstDay, (day) => plan(day).map(withoutPending));
  for (const each of askedPending(options.seed, profile, options.pending, nowMs)) book.expect(each);
  return book;
}

/** A round date makes banks started on different days of a year agree on the past, running balances included. */
function firstNaturalDay(days: number | undefined, nowMs: number): number {
  const today = epochDayOf(nowMs);
  if (days !== undefined) return today - days + 1;
  return epochDayFrom(dayParts(today - countedDays).year, 1, 1);
}

function withoutPending({ row, fate, bookedAtMs }: PlannedRow): PlannedRow {
  return { row, fate, bookedAtMs };
}

/** Rows lie on the days before today, so that a row count does not change at midnight; with one day, on today. */
function openCounted(options: LifeOptions, count: number, profile: Profile, nowMs: number): AccountBook {
  const today = epochDayOf(nowMs);
  const days = options.days ?? countedDays;
  const labels = [options.seed, profile.accountId];
  const rows = countedRows(labels, count, today - days + 1, days === 1 ? today : today - 1);
  const book = new AccountBook(withRoom(profile, rows), rows, today + 1, () => []);
  const pending = options.pending ?? (profile.temper === 'savings' ? 0 : usualPending);
  for (const each of askedPending(options.seed, profile, pending, nowMs)) book.expect(each);
  return book;
}

/** Chance has no pay day: the opening balance (or the card's limit) is set so that the account is never overdrawn. */
function withRoom(profile: Profile, rows: readonly LifeRow[]): Profile {
  const lowest = runningSums(0, rows).reduce((least, sum) => Math.min(least, sum), 0);
  if (profile.kind === 'account') return { ...profile, openingMinor: profile.openingMinor - lowest };
  return { ...profile, limitMinor: Math.max(profile.limitMinor, Math.ceil(-lowest / 100_000) * 120_000) };
}
