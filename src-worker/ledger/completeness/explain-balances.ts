import type { CalendarDay } from '#shared/calendar-day.ts';
import { edgeChoices } from './edge-choices.ts';
import type { MoneyMove } from './money-move.ts';

/** A balance the bank stated. */
export interface BalanceReading {
  /** Money the user has; a debt is negative, for cards too. */
  readonly minor: number;
  /** When the bank was asked. UTC ISO 8601. */
  readonly atIso: string;
}

/** A move and since when a balance naturally counts it. */
export interface PlacedMove extends MoneyMove {
  readonly countsFromIso: string;
}

/** Money between two neighbouring readings that no row explains. */
export interface BalanceGap {
  readonly after: BalanceReading;
  readonly before: BalanceReading;
  readonly amountMinor: number;
}

/**
 * Says since when a balance counts a move. On a day the bank had answered before, the row was not there then, so it
 * counts from when it was learnt of. On a day nobody had asked about, it counts from its day: older history fetched
 * later does not move a balance of today.
 */
export function placeMoves(
  moves: readonly MoneyMove[],
  firstAnsweredIso: (day: CalendarDay) => string | null,
): readonly PlacedMove[] {
  return moves
    .map((move): PlacedMove => {
      const answeredIso = firstAnsweredIso(move.day);
      const wasThere = move.what === 'came' && (answeredIso === null || answeredIso >= move.learntIso);
      const dayIso = `${move.day}T00:00:00.000Z`;
      const countsFromIso = wasThere && dayIso < move.learntIso ? dayIso : move.learntIso;
      return { ...move, countsFromIso };
    })
    .toSorted((a, b) => compare(a.countsFromIso, b.countsFromIso) || compare(a.day, b.day));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What the account would have held before its first row, as far as one balance leaves that open; likeliest first. */
type Openings = readonly number[];

interface Stretch {
  readonly openings: Openings;
  /** How the stretch was parted from the one before it; `null`: it is the first. */
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
  for (const [index, reading] of readings.entries()) {
    const end = endOf(moves, first, reading.atIso);
    const earlier = moves.slice(first, end);
    const next = readings[index + 1];
    const later = next === undefined ? [] : moves.slice(end, endOf(moves, end, next.atIso));
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
    if (agreed.length > 0) return [...stretches.slice(0, index), { ...stretch, openings: agreed }];
  }
  const known = stretches.at(-1)?.openings[0] ?? 0;
  const amountMinor = (openings[0] ?? 0) - known;
  return [...stretches, { openings, gap: { after, before, amountMinor } }];
}
