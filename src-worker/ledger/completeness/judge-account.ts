import { utcDay, type CalendarDay } from '#shared/calendar-day.ts';
import type { CoverageSpan, EmptyBecause, Unexplained, Verdict } from '#shared/completeness.ts';
import type { AccountFacts } from './account-facts.ts';
import { readAnswerLog } from './answer-log.ts';
import { type BalanceGap, type BalanceReading, explainBalances } from './explain-balances.ts';
import { followRunning, type RunningTrail } from './follow-running.ts';
import { placeMoves, type PlacedMove } from './place-moves.ts';

/** Fewer gaps than this may be rows that are missing; many of them, and the figures are no chain. */
const fewGaps = 3;
/** One day in so many may have a gap. */
const daysAGap = 5;

/**
 * Whether the rows add up to what the bank says. Running balances are the stronger proof: they reach back to the first
 * row, and end in the balance of now. Where the bank gives none, its balances over time are held against each other.
 *
 * @param spans the account's days, whole
 */
export function judgeAccount(facts: AccountFacts, spans: readonly CoverageSpan[]): Verdict {
  if (facts.asked.length === 0 && facts.booked === 0) return cannot({ kind: 'never-synced' });
  const moves = placeMoves(facts.moves, readAnswerLog(facts.answers));
  const { balances, gaps: balanceGaps } = likeliestSign(facts, moves);
  const trail = usableTrail(facts);
  const newest = balances.at(-1);
  const oldest = balances[0];
  if (trail?.gaps.length === 0) {
    const offBy = newest === undefined ? 0 : offByNow(trail, newest, moves);
    const isSteady = balances.length > 1 && balanceGaps.length === 0;
    if (offBy === 0 || isSteady) return completeBy(trail, balances);
  }
  const gaps = [...trailGaps(trail), ...balanceGaps.map(ofBalances), ...endGap(trail, balances, moves)];
  if (gaps.length > 0) return judgedGaps(withoutRepeated(gaps), spans);
  if (oldest === undefined || newest === undefined) return cannot({ kind: 'no-balance' });
  if (balances.length === 1) return cannot({ kind: 'one-balance', atIso: newest.atIso });
  return { kind: 'complete', from: dayOf(oldest), to: dayOf(newest), by: ['balances'] };
}

function completeBy({ firstDay, end }: RunningTrail, balances: readonly BalanceReading[]): Verdict {
  const newest = balances.at(-1);
  const to = newest === undefined ? (end?.day ?? '') : dayOf(newest);
  const both = ['running-balances', 'balances'] as const;
  return {
    kind: 'complete',
    from: firstDay ?? to,
    to,
    by: balances.length > 0 ? both : ['running-balances'],
  };
}

/** Why an account has no rows; `null`: it has some. */
export function emptyBecause(facts: AccountFacts, spans: readonly CoverageSpan[]): EmptyBecause | null {
  if (facts.booked + facts.pending > 0) return null;
  if (facts.removed > 0) return 'all-removed';
  if (!facts.isListed) return 'no-longer-listed';
  if (spans.some(({ outcome }) => outcome === 'answered')) return 'never-used';
  if (spans.some(({ outcome }) => outcome === 'refused')) return 'all-refused';
  return facts.connectionState === 'active' ? 'never-asked' : 'consent-ended';
}

/**
 * A card's balance is a debt (truelayer.md 2.8), but some banks send it the other way round: the way that explains
 * more is theirs.
 */
function likeliestSign(
  { kind, balances }: AccountFacts,
  moves: readonly PlacedMove[],
): { readonly balances: readonly BalanceReading[]; readonly gaps: readonly BalanceGap[] } {
  const judged = (sign: 1 | -1) => {
    const signed = balances.map(({ minor, atIso }) => ({ minor: minor === 0 ? 0 : minor * sign, atIso }));
    return { balances: signed, gaps: explainBalances(signed, moves) };
  };
  if (kind === 'account') return judged(1);
  const asDocumented = judged(-1);
  if (asDocumented.gaps.length === 0) return asDocumented;
  const turned = judged(1);
  return turned.gaps.length === 0 ? turned : asDocumented;
}

/** `null`: the bank gives no running balances, or what it gives under that name does not go on from row to row. */
function usableTrail({ running }: AccountFacts): RunningTrail | null {
  const trail = followRunning(running);
  const best = trail.gaps.length < fewGaps ? trail : fewerGaps(trail, followRunning(running.map(turned)));
  if (best.days < 2) return null;
  return best.gaps.length >= fewGaps && best.gaps.length * daysAGap > best.days ? null : best;
}

const fewerGaps = (a: RunningTrail, b: RunningTrail): RunningTrail => (b.gaps.length < a.gaps.length ? b : a);

const turned = <T extends { readonly runningMinor: number | null }>(row: T): T => ({
  ...row,
  runningMinor: row.runningMinor === null ? null : -row.runningMinor,
});

/** By how much the newest balance is off what the running balances end with. Rows that came after it do not count. */
function offByNow(trail: RunningTrail, newest: BalanceReading, moves: readonly PlacedMove[]): number {
  if (trail.end === null) return 0;
  const since = moves.filter(({ countsFromIso }) => countsFromIso > newest.atIso);
  return newest.minor - (trail.end.minor - since.reduce((sum, { amountMinor }) => sum + amountMinor, 0));
}

const trailGaps = (trail: RunningTrail | null): readonly Unexplained[] =>
  (trail?.gaps ?? []).map((gap) => ({ ...gap, by: 'running-balances' }));

const ofBalances = ({ after, before, amountMinor }: BalanceGap): Unexplained => ({
  amountMinor,
  from: dayOf(after),
  to: dayOf(before),
  by: 'balances',
});

/** With a single balance the end of the trail is all it can be held against. */
function endGap(
  trail: RunningTrail | null,
  balances: readonly BalanceReading[],
  moves: readonly PlacedMove[],
): readonly Unexplained[] {
  const [only] = balances;
  if (trail?.end == null || only === undefined || balances.length > 1) return [];
  const amountMinor = offByNow(trail, only, moves);
  if (amountMinor === 0) return [];
  return [{ amountMinor, from: trail.end.day, to: dayOf(only), by: 'running-balances' }];
}

/** The same money missed twice is missed once: the running balances say closer where. */
function withoutRepeated(gaps: readonly Unexplained[]): readonly Unexplained[] {
  const closer = gaps.filter(({ by }) => by === 'running-balances');
  return gaps.filter(
    (gap) =>
      gap.by === 'running-balances' ||
      !closer.some(
        ({ amountMinor, from, to }) => amountMinor === gap.amountMinor && from <= gap.to && to >= gap.from,
      ),
  );
}

/** Money missing around days the bank never answered is no riddle: those days may hold it. */
function judgedGaps(gaps: readonly Unexplained[], spans: readonly CoverageSpan[]): Verdict {
  const riddles = gaps.filter((gap) => unanswered(gap, spans) === undefined);
  if (riddles.length > 0) return { kind: 'unexplained', gaps: riddles };
  const [gap] = gaps;
  const span = gap === undefined ? undefined : unanswered(gap, spans);
  if (gap === undefined || span === undefined) return { kind: 'unexplained', gaps };
  const { from, to } = span;
  return cannot({ kind: 'gap', from, to, amountMinor: gap.amountMinor });
}

const unanswered = ({ from, to }: Unexplained, spans: readonly CoverageSpan[]): CoverageSpan | undefined =>
  spans.find((span) => span.outcome !== 'answered' && span.from <= to && span.to >= from);

const cannot = (because: Extract<Verdict, { kind: 'cannot-judge' }>['because']): Verdict => ({
  kind: 'cannot-judge',
  because,
});

const dayOf = ({ atIso }: BalanceReading): CalendarDay => utcDay(Date.parse(atIso));
