/** A row of the month, as SQLite hands it out. */
export interface SummedRow {
  readonly date: string;
  readonly currency: string;
  readonly isBooked: 0 | 1;
  readonly isLive: 0 | 1;
  readonly amountMinor: number;
  readonly runningMinor: number | null;
  readonly category: string;
  readonly classificationJson: string;
  readonly name: string;
  /** The name is the bank's text: it named no merchant. */
  readonly isText: 0 | 1;
  /** When the page that brought it was asked for. */
  readonly askedAt: string;
  readonly hasChanged: 0 | 1;
}

/** One day of one currency. */
export interface DaySum {
  readonly date: string;
  readonly currency: string;
  live: number;
  removed: number;
  booked: number;
  bookedMinor: number;
  closingMinor: number | null;
}

/** Live rows of one kind, both ways of money apart. */
export interface MovementSum {
  inMinor: number;
  inCount: number;
  outMinor: number;
  outCount: number;
  count: number;
}

/** @see sumOfMonth */
export interface MonthSum {
  readonly minDay: string;
  readonly maxDay: string;
  readonly newestAskedAt: string;
  readonly hasChanged: 0 | 1;
  readonly days: readonly DaySum[];
  readonly categories: readonly (MovementSum &
    Pick<SummedRow, 'currency' | 'category' | 'classificationJson'>)[];
  readonly names: readonly (MovementSum & Pick<SummedRow, 'currency' | 'name' | 'isText'>)[];
}

/** Everything that is kept of one account's month, in one pass over its rows; `null`: there are none. */
export function sumOfMonth(rows: Iterable<SummedRow>): MonthSum | null {
  const days = new Map<string, DaySum>();
  const categories = new Map<string, MonthSum['categories'][number]>();
  const names = new Map<string, MonthSum['names'][number]>();
  let minDay = '';
  let maxDay = '';
  let newestAskedAt = '';
  let hasChanged: 0 | 1 = 0;
  for (const row of rows) {
    const { date, currency, category, classificationJson, name, isText } = row;
    if (minDay === '' || date < minDay) minDay = date;
    if (date > maxDay) maxDay = date;
    if (row.askedAt > newestAskedAt) newestAskedAt = row.askedAt;
    if (row.hasChanged === 1 || row.isLive === 0) hasChanged = 1;
    addToDay(
      known(days, `${date} ${currency}`, () => ({ date, currency, live: 0, removed: 0, ...nothingBooked })),
      row,
    );
    if (row.isLive === 0) continue;
    const kind = `${currency} ${category} ${classificationJson}`;
    const none = { inMinor: 0, inCount: 0, outMinor: 0, outCount: 0, count: 0 };
    add(
      known(categories, kind, () => ({ currency, category, classificationJson, ...none })),
      row,
    );
    add(
      known(names, `${currency} ${String(isText)} ${name}`, () => ({ currency, name, isText, ...none })),
      row,
    );
  }
  if (maxDay === '') return null;
  return {
    minDay,
    maxDay,
    newestAskedAt,
    hasChanged,
    days: [...days.values()],
    categories: [...categories.values()],
    names: [...names.values()],
  };
}

const nothingBooked = { booked: 0, bookedMinor: 0, closingMinor: null };

function addToDay(day: DaySum, { isLive, isBooked, amountMinor, runningMinor }: SummedRow): void {
  if (isLive === 0) {
    day.removed += 1;
    return;
  }
  day.live += 1;
  if (isBooked === 0) return;
  day.booked += 1;
  day.bookedMinor += amountMinor;
  // Of several, nobody knows which was the last of the day.
  day.closingMinor = day.booked === 1 ? runningMinor : null;
}

function add(sum: MovementSum, { amountMinor }: SummedRow): void {
  sum.count += 1;
  if (amountMinor > 0) {
    sum.inMinor += amountMinor;
    sum.inCount += 1;
  } else if (amountMinor < 0) {
    sum.outMinor += amountMinor;
    sum.outCount += 1;
  }
}

function known<T>(map: Map<string, T>, key: string, make: () => T): T {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}
