import type { SettlementReason } from '#shared/settlement.ts';
import { isSameInstant } from './same-instant.ts';
import type { BookedCandidate, PendingToSettle } from './match-settlements.ts';
import { alikeFrom, textLikeness } from './text-likeness.ts';

/** What speaks for a pending row having become a booked one. */
export interface SettlementKind {
  /** Less is better evidence. */
  readonly rank: number;
  readonly confidence: 'likely' | 'doubtful';
  readonly reason: SettlementReason;
  /** The amounts are equal and the texts alike: which of several such rows is taken makes no difference. */
  readonly isExact: boolean;
}

/** Settlement takes about five days (truelayer.md 2.10); weekends and a bank holiday on top. */
const latestDays = 8;
/** A bank may date the booked row by another time zone's day. */
const earliestDays = -1;
/** A different text at the same amount is only looked at this near. */
const nearDays = 3;
/** A restaurant's tip is rarely more than a quarter. */
const largestTip = 1.25;
/** An exchange rate that moved between authorisation and settlement. */
const exchangeShare = 0.05;
/** Beyond a hold, what settles is still of the same order. */
const widestRatio = 4;
/** Pumps and hotels authorise 1.00 to see whether the card is good. */
const checkMinor = 100;

/** `null`: nothing does. */
export function settlementKind(pending: PendingToSettle, booked: BookedCandidate): SettlementKind | null {
  if (pending.currency !== booked.currency) return null;
  if (Math.sign(pending.amountMinor) !== Math.sign(booked.amountMinor)) return null;
  const days = daysApart(pending.date, booked.date);
  if (days < earliestDays || days > latestDays) return null;
  const isSame = pending.amountMinor === booked.amountMinor;
  const cameBefore = booked.firstPageRef <= pending.seenPageRef;
  if (cameBefore && (!isSame || booked.firstPageRef <= pending.firstPageRef)) return null;
  const isAlike = isSameParty(pending, booked);
  if (!isSame && !isAlike) return null;
  // Not what was booked when the row was first listed: twins of one second are listed together.
  if (isSame && isAlike && isSameInstant(pending.timestampUtc, booked.timestampUtc)) {
    return { rank: 0, confidence: 'likely', reason: 'same-instant', isExact: true };
  }
  // What was booked while the bank still listed the row as pending is another payment, unless the bank lags.
  if (cameBefore) {
    return isAlike ? { rank: 7, confidence: 'doubtful', reason: 'arrived-earlier', isExact: false } : null;
  }
  if (isSame && isAlike) return { rank: 1, confidence: 'likely', reason: 'same-amount', isExact: true };
  if (!isSame) return ofOtherAmount(Math.abs(pending.amountMinor), Math.abs(booked.amountMinor));
  return Math.abs(days) <= nearDays
    ? { rank: 6, confidence: 'doubtful', reason: 'other-text', isExact: false }
    : null;
}

/** Between alike rows, by what was held and what was taken. */
function ofOtherAmount(held: number, taken: number): SettlementKind | null {
  const likely = (rank: number, reason: SettlementKind['reason']): SettlementKind => ({
    rank,
    confidence: 'likely',
    reason,
    isExact: false,
  });
  if (Math.abs(taken - held) <= exchangeShare * held) return likely(2, 'nearly-same-amount');
  if (taken > held && taken <= largestTip * held) return likely(3, 'tip');
  if (held === checkMinor || (taken < held && held % 100 === 0)) return likely(4, 'hold');
  const ratio = Math.max(held, taken) / Math.min(held, taken);
  return ratio <= widestRatio
    ? { rank: 5, confidence: 'doubtful', reason: 'other-amount', isExact: false }
    : null;
}

/** As `daysBetween`, for many pairs: ISO days are read as UTC midnights. */
const daysApart = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** The same shop, by its text or by the merchant the bank names. */
const isSameParty = (pending: PendingToSettle, booked: BookedCandidate): boolean =>
  (pending.merchant !== null && pending.merchant === booked.merchant) ||
  textLikeness(pending.description, booked.description) >= alikeFrom;
