import type { BankTransaction } from '#shared/bank-rows.ts';
import { addDays } from '#shared/calendar-day.ts';
import { foldWhiteSpace } from './fingerprint.ts';
import type { KnownRow } from './known-row.ts';
import { alikeFrom, textLikeness } from './text-likeness.ts';

/** By how many days a bank moves a row when it corrects its date. */
const farthestMoveDays = 5;
/** A corrected amount is at most this many times the other one. */
const widestAmountRatio = 1.5;

type Content = Pick<BankTransaction, 'date' | 'amountMinor' | 'currency' | 'description'>;

/**
 * Recognises amended rows at banks without stable ids: a row that is gone and a row that is new in the SAME answer
 * are one when exactly one thing differs (the description, the amount or the day), that difference is small, no id
 * speaks against it, and neither of the two has another such partner. In doubt they stay two: a row removed and a
 * row added, which is right for every total and merely loses a line of history.
 *
 * @param gone live rows of the days asked that nothing in the answer is.
 * @param fresh rows of the answer, on days asked, that nothing in the ledger is.
 */
export function matchAmended<Sent extends BankTransaction>(
  gone: readonly KnownRow[],
  fresh: readonly Sent[],
): ReadonlyMap<Sent, KnownRow> {
  const pairs = new Map<Sent, KnownRow>();
  if (gone.length === 0 || fresh.length === 0) return pairs;
  const byPlace = new Map<string, KnownRow[]>();
  for (const row of gone)
    for (const place of [sameButText(row), sameButAmount(row), sameButDay(row)]) {
      const group = byPlace.get(place);
      if (group === undefined) byPlace.set(place, [row]);
      else group.push(row);
    }
  const partnersOf = new Map<KnownRow, number>();
  const only = new Map<Sent, KnownRow>();
  for (const sent of fresh) {
    const near = (place: string): readonly KnownRow[] => byPlace.get(place) ?? [];
    const partners = [
      ...near(sameButText(sent)).filter((row) => isRespelled(row, sent)),
      ...near(sameButAmount(sent)).filter((row) => isCorrected(row, sent)),
      ...near(sameButDay(sent)).filter((row) => isMoved(row, sent)),
    ].filter((row) => !idsDiffer(row, sent));
    for (const row of partners) partnersOf.set(row, (partnersOf.get(row) ?? 0) + 1);
    const [partner, ...others] = partners;
    if (partner !== undefined && others.length === 0) only.set(sent, partner);
  }
  for (const [sent, row] of only) if (partnersOf.get(row) === 1) pairs.set(sent, row);
  return pairs;
}

const sameButText = (row: Content): string => `t|${row.date}|${row.amountMinor}|${row.currency}`;
const sameButAmount = (row: Content): string =>
  `a|${row.date}|${row.currency}|${foldWhiteSpace(row.description)}`;
const sameButDay = (row: Content): string =>
  `d|${row.amountMinor}|${row.currency}|${foldWhiteSpace(row.description)}`;

const isRespelled = (known: Content, sent: Content): boolean =>
  textLikeness(known.description, sent.description) >= alikeFrom;

/** Same direction, similar size. */
function isCorrected(known: Content, sent: Content): boolean {
  if (Math.sign(known.amountMinor) !== Math.sign(sent.amountMinor)) return false;
  const sizes = [Math.abs(known.amountMinor), Math.abs(sent.amountMinor)];
  return Math.max(...sizes) <= widestAmountRatio * Math.min(...sizes);
}

const isMoved = (known: Content, sent: Content): boolean =>
  sent.date >= addDays(known.date, -farthestMoveDays) && sent.date <= addDays(known.date, farthestMoveDays);

/** Both have an id of one kind and it is not the same: a bank that names its rows says that these are two. */
const idsDiffer = (known: KnownRow, sent: BankTransaction): boolean =>
  (known.normalisedId !== null && sent.normalisedId !== null && known.normalisedId !== sent.normalisedId) ||
  (known.providerId !== null && sent.providerId !== null && known.providerId !== sent.providerId);
