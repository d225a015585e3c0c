import { edgeChoices } from './edge-choices.ts';
import type { PlacedMove } from './place-moves.ts';

/** A balance the bank stated. */
export interface BalanceReading {
  /** Money the user has; a debt is negative, for cards too. */
  readonly minor: number;
  /** When the bank was asked. UTC ISO 8601. */
  readonly atIso: string;
}

/** Money between two neighbouring readings that no row explains. */
export interface BalanceGap {
  readonly after: BalanceReading;
  readonly before: BalanceReading;
  readonly amountMinor: number;
}

/** What the account would have held before its first row, as far as one balance leaves that open; likeliest first. */
type Openings = readonly number[];

interface Stretch {
  readonly openings: Openings;
  /** What parts the stretch from the one before it; `null`: nothing does. */
  readonly gap: BalanceGap | null;
}

/**
 * The balance identity: each balance is the opening one and all that moved until then, so all balances of a whole
 * ledger give the same opening. Where they part, money is missing, exactly by the difference. A balance that was out of
 * step and came back (a cached answer, a row listed late) leaves nothing unexplained.
 *
 * @param readings oldest first
 * @param moves as `placeMoves` orders them
 */
export function explainBalances(
  readings: readonly BalanceReading[],
  moves: readonly PlacedMove[],
): readonly BalanceGap[] {
  let stretches: readonly Stretch[] = [];
  let counted = 0;
  let first = 0;
  const slow = slowMoves(readings, moves);
  for (const [index, reading] of readings.entries()) {
    const end = endOf(moves, first, reading.atIso);
    const earlier = moves.slice(first, end);
    const next = readings[index + 1];
    const soon = next === undefined ? [] : moves.slice(end, endOf(moves, end, next.atIso));
    const later = uncertainAt(reading.atIso, soon, slow);
    counted += earlier.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
    first = end;
    const natural = reading.minor - counted;
    const openings = edgeChoices(reading.atIso, earlier, later).map((choice) => natural - choice);
    const previous = readings[index - 1];
    stretches =
      previous === undefined ? [{ openings, gap: null }] : joined(stretches, openings, previous, reading);
  }
  return stretches.flatMap(({ gap }) => (gap === null ? [] : [gap]));
}

/** Moves that a balance may count already: a listing is late by a sync now and then, or nobody had asked for the day. */
const uncertainAt = (
  atIso: string,
  soon: readonly PlacedMove[],
  slow: readonly PlacedMove[],
): readonly PlacedMove[] => [
  ...new Set([
    ...soon.filter(({ dayBeginsIso }) => dayBeginsIso <= atIso),
    ...slow.filter(({ mayCountFromIso, countsFromIso }) => mayCountFromIso <= atIso && atIso < countsFromIso),
  ]),
];

/**
 * Moves that more than the balance right before them may have counted: their day was not asked about for some time. Few:
 * each sync looks back at the days on which something still happens.
 */
function slowMoves(readings: readonly BalanceReading[], moves: readonly PlacedMove[]): readonly PlacedMove[] {
  let index = 0;
  return moves.filter(({ mayCountFromIso, countsFromIso }) => {
    while ((readings[index]?.atIso ?? '\uffff') < countsFromIso) index += 1;
    return (readings[index - 2]?.atIso ?? '') >= mayCountFromIso;
  });
}

/** The index behind the last move that counts at `atIso`. */
function endOf(moves: readonly PlacedMove[], from: number, atIso: string): number {
  let end = from;
  while ((moves[end]?.countsFromIso ?? '\uffff') <= atIso) end += 1;
  return end;
}

/** Goes on with the latest stretch that agrees; none does: a new one begins behind a gap. */
function joined(
  stretches: readonly Stretch[],
  openings: Openings,
  after: BalanceReading,
  before: BalanceReading,
): readonly Stretch[] {
  for (const [index, stretch] of [...stretches.entries()].toReversed()) {
    const agreed = stretch.openings.filter((opening) => openings.includes(opening));
    if (agreed.length === 0) continue;
    // What agrees only by another choice at some edge may do so by chance: the likeliest opening is kept for later ones.
    if (agreed[0] === stretch.openings[0]) {
      return [...stretches.slice(0, index), { ...stretch, openings: agreed }];
    }
    return [...stretches.slice(0, index + 1), { openings: agreed, gap: null }];
  }
  const known = stretches.at(-1)?.openings[0] ?? 0;
  const amountMinor = (openings[0] ?? 0) - known;
  return [...stretches, { openings, gap: { after, before, amountMinor } }];
}
