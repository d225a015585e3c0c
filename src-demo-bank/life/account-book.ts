import { epochDayOf } from './epoch-day.ts';
import { byTime, firstOnOrAfter, insertSorted } from './sorted-rows.ts';
import { runningSums } from './running-sums.ts';
import type { EpochDay } from './epoch-day.ts';
import type { LifeRow, PlannedRow } from './life-row.ts';
import type { Profile } from './profile.ts';

/** What a pending row becomes. Absent fields stay as they are. */
export interface SettledAs {
  readonly amountMinor?: number;
  readonly day?: EpochDay;
  readonly newIds?: boolean;
}

/** Something that will happen on its own as the clock moves. */
interface Coming {
  readonly atMs: number;
  readonly key: number;
  readonly happen: () => void;
}

/** One account's books: what is booked, what is pending, and what the coming days bring. */
export class AccountBook {
  #profile: Profile;
  #booked: LifeRow[];
  #pending: readonly LifeRow[] = [];
  #coming: Coming[] = [];
  #sums: Float64Array | null = null;
  readonly #planDay: (day: EpochDay) => readonly PlannedRow[];
  #nextDay: EpochDay;

  /** `booked`: rows the book begins with, oldest first. `firstDay`: the first day that `planDay` is asked for. */
  constructor(
    profile: Profile,
    booked: LifeRow[],
    firstDay: EpochDay,
    planDay: (day: EpochDay) => readonly PlannedRow[],
  ) {
    this.#profile = profile;
    this.#booked = booked;
    this.#nextDay = firstDay;
    this.#planDay = planDay;
  }

  get profile(): Profile {
    return this.#profile;
  }

  /** The bank gives the account another id, and with it, where it gives any, other ids to its rows. */
  rename(accountId: string): void {
    this.#profile = { ...this.#profile, accountId };
  }

  /** Oldest first. */
  get booked(): readonly LifeRow[] {
    return this.#booked;
  }

  /** The complete current set, oldest first. */
  get pending(): readonly LifeRow[] {
    return this.#pending;
  }

  /** Lives up to `nowMs`: plans new days, shows what has become visible, settles what is due. Never goes back. */
  advanceTo(nowMs: number): void {
    const today = epochDayOf(nowMs);
    const due: PlannedRow[] = [];
    for (; this.#nextDay <= today; this.#nextDay += 1) due.push(...this.#planDay(this.#nextDay));
    const settled = due.filter((plan) => plan.bookedAtMs <= nowMs);
    if (settled.length > 0) {
      for (const plan of settled) if (plan.fate === 'booked') this.#booked.push(plan.row);
      this.#booked.sort(byTime);
      this.#sums = null;
    }
    for (const plan of due) if (plan.bookedAtMs > nowMs) this.expect(plan);
    for (;;) {
      const next = this.#coming[0];
      if (next === undefined || next.atMs > nowMs) return;
      this.#coming.shift();
      next.happen();
    }
  }

  /** Puts a payment on the timetable. */
  expect({ row, bookedAtMs, pending, fate }: PlannedRow): void {
    const { key } = row;
    if (pending !== undefined) {
      this.#schedule({ atMs: pending.fromMs, key, happen: () => this.putPending(pending.row) });
    }
    const happen = (): void => {
      this.#withdraw(key);
      if (fate === 'booked') this.putBooked(row);
    };
    this.#schedule({ atMs: bookedAtMs, key, happen });
  }

  putBooked(row: LifeRow): void {
    insertSorted(this.#booked, row);
    this.#sums = null;
  }

  putPending(row: LifeRow): void {
    this.#pending = [...this.#pending, row].sort(byTime);
  }

  find(key: number): LifeRow | undefined {
    return this.#pending.find((row) => row.key === key) ?? this.#booked.find((row) => row.key === key);
  }

  /** Takes a row out of the books, and off the timetable: nothing becomes of it. */
  remove(key: number): void {
    this.#coming = this.#coming.filter((each) => each.key !== key);
    this.#withdraw(key);
    this.#booked = this.#booked.filter((row) => row.key !== key);
    this.#sums = null;
  }

  /** Puts another row in a row's stead, pending or booked as it was. */
  replace(row: LifeRow): void {
    const wasPending = this.#pending.some((each) => each.key === row.key);
    this.remove(row.key);
    if (wasPending) this.putPending(row);
    else this.putBooked(row);
  }

  /** Books a pending row now, whatever the timetable said. */
  settle(key: number, as: SettledAs): void {
    const row = this.#pending.find((each) => each.key === key);
    if (row === undefined) return;
    this.remove(key);
    this.putBooked({
      ...row,
      amountMinor: as.amountMinor ?? row.amountMinor,
      day: as.day ?? row.day,
      generation: row.generation + (as.newIds === true ? 1 : 0),
    });
  }

  /** Half-open index range of the booked rows of these days, both days included. */
  window(from: EpochDay, to: EpochDay): { readonly start: number; readonly end: number } {
    return { start: firstOnOrAfter(this.#booked, from), end: firstOnOrAfter(this.#booked, to + 1) };
  }

  /** The balance after the booked row at `index`. */
  runningMinor(index: number): number {
    this.#sums ??= runningSums(this.#profile.openingMinor, this.#booked);
    return this.#sums[index] ?? this.#profile.openingMinor;
  }

  /** The balance without pending rows; negative is owed. */
  balanceMinor(): number {
    return this.#booked.length === 0
      ? this.#profile.openingMinor
      : this.runningMinor(this.#booked.length - 1);
  }

  pendingMinor(): number {
    return this.#pending.reduce((sum, row) => sum + row.amountMinor, 0);
  }

  #withdraw(key: number): void {
    this.#pending = this.#pending.filter((row) => row.key !== key);
  }

  #schedule(coming: Coming): void {
    this.#coming.push(coming);
    this.#coming.sort((a, b) => a.atMs - b.atMs);
  }
}
