import { utcDay, type CalendarDay } from '#shared/calendar-day.ts';
import type { CoverageSpan, EmptyBecause, Unexplained, Verdict } from '#shared/completeness.ts';
import type { AccountFacts } from './account-facts.ts';
import { readAnswerLog } from './answer-log.ts';
import { edgeChoices } from './edge-choices.ts';
import { type BalanceGap, type BalanceReading, explainBalances } from './explain-balances.ts';
import type { RunningGap, RunningTrail } from './follow-running.ts';
import { placeMoves, type PlacedMove } from './place-moves.ts';

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
  const { trail } = facts;
  if (trail !== null) {
    const gaps = [...trail.gaps.map(ofTrail), ...gapAtEnd(trail, balances, moves)];
    return gaps.length === 0 ? completeBy(trail, balances) : judgedGaps(gaps, spans);
  }
  if (balanceGaps.length > 0) return judgedGaps(balanceGaps.map(ofBalances), spans);
  const oldest = balances[0];
  const newest = balances.at(-1);
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

/** By how much a balance is off what the running balances end with. Rows that came after it do not count. */
function offBy(trail: RunningTrail, balance: BalanceReading, moves: readonly PlacedMove[]): number {
  if (trail.end === null) return 0;
  const since = moves.filter(({ countsFromIso }) => countsFromIso > balance.atIso);
  return balance.minor - (trail.end.minor - since.reduce((sum, { amountMinor }) => sum + amountMinor, 0));
}

const ofTrail = (gap: RunningGap): Unexplained => ({ ...gap, by: 'running-balances' });

const ofBalances = ({ after, before, amountMinor }: BalanceGap): Unexplained => ({
  amountMinor,
  from: dayOf(after),
  to: dayOf(before),
  by: 'balances',
});

/**
 * What the newest balance differs by from the end of the trail; nothing when they agree. So they do when all balances differ
 * alike, by a pot of savings, say; and when the order of things around the newest one leaves it open.
 */
function gapAtEnd(
  trail: RunningTrail,
  balances: readonly BalanceReading[],
  moves: readonly PlacedMove[],
): readonly Unexplained[] {
  const [oldest] = balances;
  const newest = balances.at(-1);
  if (trail.end === null || oldest === undefined || newest === undefined) return [];
  const amountMinor = offBy(trail, newest, moves);
  const beforeIso = balances.at(-2)?.atIso ?? '';
  const latest = moves.filter(
    ({ countsFromIso }) => countsFromIso > beforeIso && countsFromIso <= newest.atIso,
  );
  if (edgeChoices(newest.atIso, latest, []).includes(amountMinor)) return [];
  if (balances.length > 1 && offBy(trail, oldest, moves) === amountMinor) return [];
  return [{ amountMinor, from: trail.end.day, to: dayOf(newest), by: 'running-balances' }];
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
