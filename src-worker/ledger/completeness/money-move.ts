import type { CalendarDay } from '#shared/calendar-day.ts';
import type { AnswerLog } from './answer-log.ts';

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
  /** `taken-back` and `restored`: the ledger's own doing (an undone sync, a replay), of which the bank knows nothing. */
  readonly kind: 'amended' | 'removed' | 'returned' | 'taken-back' | 'restored';
  readonly atIso: string;
  /** The user turned the account's signs: what was written before it has the other sign. */
  readonly isSignOverride: boolean;
  /** Old and new, where the amount changed. */
  readonly amounts: readonly [old: number, now: number] | null;
}

/**
 * A row's life as moves of money, newest first. Read backwards, because only the present amount has its present sign
 * for certain. `all`: oldest first. The sum of all moves is what the row counts now.
 */
export function movesOfRow(
  row: BookedRow,
  all: readonly RowChange[],
  { firstAfter }: Pick<AnswerLog, 'firstAfter'>,
): readonly MoneyMove[] {
  const changes = doneByBank(all).map((change): RowChange | null => {
    if (change.kind !== 'taken-back') return change;
    const goneIso = firstAfter(row.day, change.atIso);
    return goneIso === null ? null : { ...change, kind: 'removed', atIso: goneIso };
  });
  // Nobody has asked for it since: it is missing from when it came.
  if (!changes.every((change) => change !== null)) return [];
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

/** Without what the ledger did and a sync did again, or the other way about: at the bank nothing happened. */
function doneByBank(all: readonly RowChange[]): readonly RowChange[] {
  const kept: RowChange[] = [];
  for (const change of all) {
    const last = kept.findLastIndex(({ kind }) => kind !== 'amended');
    const undoes =
      (change.kind === 'returned' && kept[last]?.kind === 'taken-back') ||
      (change.kind === 'restored' && kept[last]?.kind === 'removed');
    if (undoes) kept.splice(last, 1);
    else if (change.kind !== 'restored') kept.push(change);
    if (undoes && change.amounts !== null) kept.push({ ...change, kind: 'amended' });
  }
  return kept;
}
