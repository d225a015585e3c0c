import { daysBetween } from '#shared/calendar-day.ts';
import type { Confidence, SettlementReason } from '#shared/settlement.ts';
import type { StableIds } from './known-row.ts';
import { bookedTwins } from './settle-pending.ts';
import { type SettlementKind, settlementKind } from './settlement-kind.ts';

/** What the matcher looks at, on either side of pending and booked. */
export interface SettlingContent extends StableIds {
  readonly ref: number;
  readonly date: string;
  readonly timestampUtc: string;
  readonly amountMinor: number;
  readonly currency: string;
  readonly description: string;
  readonly merchant: string | null;
  /** The page that first brought it. Pages are numbered in the order they came. */
  readonly firstPageRef: number;
}

/** A pending row that may be booked by now. */
export interface PendingToSettle extends SettlingContent {
  /** The last page of the pending set that held it. */
  readonly seenPageRef: number;
  /** A whole pending set came without it: it is settled or released for certain. */
  readonly isGone: boolean;
  /** The page it was found to be gone by; left out or `null`: it is not, or nobody knows. */
  readonly gonePageRef?: number | null;
}

/** A live booked row that a pending one may have become. */
export interface BookedCandidate extends SettlingContent {
  /** Another pending row has become it already. */
  readonly isClaimed: boolean;
}

/** A pending row and what it has become. */
export interface Settlement {
  readonly pendingRef: number;
  readonly bookedRef: number;
  readonly confidence: Exclude<Confidence, 'confirmed'>;
  readonly reason: SettlementReason;
}

/** A pair that the user has undone, as `pending:booked`. */
export type RefusedPairs = ReadonlySet<string>;

interface Pair {
  readonly pending: PendingToSettle;
  readonly booked: BookedCandidate;
  readonly kind: SettlementKind;
}

/**
 * Says which booked row each pending one has become, best evidence first, every row at most once: by a shared stable
 * id; then, among booked rows that came after the pending one was last seen, by amount, text and day. Pure.
 *
 * A likely link to a row that is still pending as far as is known has to be taken back when the bank goes on
 * listing it, and is only made again for the same instant; doubtful links are only made for rows that are gone, where
 * they cannot change any total.
 */
export function matchSettlements(
  pending: readonly PendingToSettle[],
  booked: readonly BookedCandidate[],
  refused: RefusedPairs,
): readonly Settlement[] {
  const settlements: Settlement[] = [];
  const settled = new Set<number>();
  const taken = new Set<number>();
  const settle = (
    p: number,
    b: number,
    confidence: Settlement['confidence'],
    reason: Settlement['reason'],
  ) => {
    settlements.push({ pendingRef: p, bookedRef: b, confidence, reason });
    settled.add(p);
    taken.add(b);
  };

  const twins = bookedTwins(booked);
  for (const row of pending) {
    const twin = twins.of(row);
    if (twin === undefined || refused.has(`${row.ref}:${twin.ref}`)) continue;
    settle(row.ref, twin.ref, 'certain', 'same-id');
  }

  const free = booked.filter((row) => !row.isClaimed && !taken.has(row.ref));
  const pairs: Pair[] = [];
  for (const row of pending) {
    if (settled.has(row.ref)) continue;
    for (const candidate of free) {
      if (refused.has(`${row.ref}:${candidate.ref}`)) continue;
      const kind = settlementKind(row, candidate);
      if (kind !== null) pairs.push({ pending: row, booked: candidate, kind });
    }
  }
  pairs.sort(bestFirst);
  for (const pair of pairs) {
    const { pending: row, booked: candidate, kind } = pair;
    if (settled.has(row.ref) || taken.has(candidate.ref)) continue;
    const isRival = (other: Pair): boolean =>
      other.kind.confidence === 'likely' && !settled.has(other.pending.ref) && !taken.has(other.booked.ref);
    // Equal amounts are interchangeable; of different ones only the single possible pair is taken for likely.
    const confidence =
      kind.isExact || isOnlyPair(pair, pairs.filter(isRival)) ? kind.confidence : ('doubtful' as const);
    if (confidence === 'doubtful' && !row.isGone) continue;
    settle(row.ref, candidate.ref, confidence, kind.reason);
  }
  return settlements;
}

const isOnlyPair = (pair: Pair, pairs: readonly Pair[]): boolean =>
  pairs.every((other) => other === pair || (other.pending !== pair.pending && other.booked !== pair.booked));

/**
 * By kind of evidence, then rows that went when the booked one came, those still listed, and those that had gone before;
 * the nearest day, the nearest amount, and the older row.
 */
function bestFirst(a: Pair, b: Pair): number {
  return (
    a.kind.rank - b.kind.rank ||
    goneness(a) - goneness(b) ||
    dayDistance(a) - dayDistance(b) ||
    amountDistance(a) - amountDistance(b) ||
    a.pending.ref - b.pending.ref ||
    a.booked.ref - b.booked.ref
  );
}

/** A row that had gone before anything was booked for it is the least likely to be the one. */
function goneness({ pending, booked }: Pair): number {
  if (!pending.isGone) return 1;
  const { gonePageRef = null } = pending;
  return gonePageRef !== null && gonePageRef < booked.firstPageRef ? 2 : 0;
}

const dayDistance = ({ pending, booked }: Pair): number => Math.abs(daysBetween(pending.date, booked.date));
const amountDistance = ({ pending, booked }: Pair): number =>
  Math.abs(pending.amountMinor - booked.amountMinor);
