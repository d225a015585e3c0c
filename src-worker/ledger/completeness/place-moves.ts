import type { AnswerLog } from './answer-log.ts';
import type { MoneyMove } from './money-move.ts';

/** A move, and since when a balance counts it. */
export interface PlacedMove extends MoneyMove {
  /** Naturally. */
  readonly countsFromIso: string;
  /** At the earliest, if the bank lists what it counts: a balance between the two may or may not count it. */
  readonly mayCountFromIso: string;
  /** The first moment of its day anywhere in the EU: no balance counts it before. */
  readonly dayBeginsIso: string;
}

/** The day of a bank in the east of the EU begins this much before the UTC day. */
const eastMs = 3 * 3_600_000;

/**
 * Places moves in time. On a day that the bank had answered for before, the row was not there then: it counts from when
 * it was learnt of, and at the earliest from that answer. On a day that nobody had asked about it counts from the day:
 * older history fetched later does not move a balance of today.
 */
export const placeMoves = (
  moves: readonly MoneyMove[],
  { lastBefore }: Pick<AnswerLog, 'lastBefore'>,
): readonly PlacedMove[] =>
  moves
    .map((move): PlacedMove => {
      const { day, learntIso } = move;
      const absentIso = lastBefore(day, learntIso);
      const dayMs = Date.parse(day);
      const dayBeginsIso = new Date(dayMs - eastMs).toISOString();
      const wasThere = move.what === 'came' && absentIso === null;
      return {
        ...move,
        countsFromIso: wasThere ? earlier(new Date(dayMs).toISOString(), learntIso) : learntIso,
        mayCountFromIso: later(absentIso ?? '', dayBeginsIso),
        dayBeginsIso,
      };
    })
    .toSorted((a, b) => compare(a.countsFromIso, b.countsFromIso) || compare(a.day, b.day));

const earlier = (a: string, b: string): string => (a < b ? a : b);
const later = (a: string, b: string): string => (a > b ? a : b);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
