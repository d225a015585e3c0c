import type { CalendarDay } from '#shared/calendar-day.ts';

/** Money that the ledger learnt of, or learnt otherwise: a row that came, went, came back, or changed its amount. */
export interface MoneyMove {
  /** The row's day. */
  readonly day: CalendarDay;
  /** By how much the sum of the live booked rows moved. */
  readonly amountMinor: number;
  /** When the bank was asked that told of it. UTC ISO 8601. */
  readonly learntIso: string;
  /** `came`: the row's first appearance. */
  readonly what: 'came' | 'changed';
}

/** A booked row as it is now. */
export interface BookedRow {
  readonly day: CalendarDay;
  readonly amountMinor: number;
  /** When the bank was asked that first sent it. */
  readonly cameIso: string;
  /** `null`: it is live. */
  readonly removedIso: string | null;
}

/** One thing that happened to a row. Amounts as they were written then. */
export interface RowChange {
  readonly kind: 'amended' | 'removed' | 'returned';
  readonly atIso: string;
  /** The user turned the account's signs: what was written before it has the other sign. */
  readonly isSignOverride: boolean;
  /** Old and new, where the amount changed. */
  readonly amounts: readonly [old: number, now: number] | null;
}

/**
 * A row's life as moves of money, newest first. Read backwards, because only the present amount has its present sign
 * for certain. `changes`: oldest first. The sum of all moves is what the row counts now.
 */
export function movesOfRow(row: BookedRow, changes: readonly RowChange[]): readonly MoneyMove[] {
  const moves: MoneyMove[] = [];
  const { day } = row;
  let amount = row.amountMinor;
  let isLive = row.removedIso === null;
  let sign = 1;
  const add = (amountMinor: number, learntIso: string, what: MoneyMove['what']): void => {
    if (amountMinor !== 0) moves.push({ day, amountMinor, learntIso, what });
  };
  // Ledgers of before the history, and rows taken out by something else than a sync, have no change to show for it.
  const last = changes.findLast(({ kind }) => kind !== 'amended');
  if (row.removedIso !== null && last?.kind !== 'removed') {
    add(-amount, row.removedIso, 'changed');
    isLive = true;
  }
  for (const change of changes.toReversed()) {
    if (change.isSignOverride) {
      sign = -sign;
      continue;
    }
    const before = change.amounts === null ? amount : change.amounts[0] * sign;
    const isLiveBefore = change.kind === 'removed' || (change.kind === 'amended' && isLive);
    add((isLive ? amount : 0) - (isLiveBefore ? before : 0), change.atIso, 'changed');
    amount = before;
    isLive = isLiveBefore;
  }
  if (isLive) add(amount, row.cameIso, 'came');
  return moves;
}
