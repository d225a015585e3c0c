import type { BankTransaction } from '#shared/bank-rows.ts';
import type { AskedDays } from './asked-days.ts';
import { amendedFields, quietlyDiffers } from './compare-rows.ts';
import { contentOf } from './fingerprint.ts';
import type { KnownRow } from './known-row.ts';
import { mostPairs } from './most-pairs.ts';
import { namesTwin } from './names-twin.ts';

/** A sent row with its place in the answer. */
export type PlacedRow = readonly [index: number, sent: BankTransaction];

/**
 * Leaves alone what is already so: pairs as many sent rows as possible with live rows that storing them would not
 * change in anything. Right after an answer was stored every one of its rows has such a counterpart, so this, and not
 * some agreement of the other rules, is why the same answer asked again changes nothing.
 *
 * Rows that would be marked removed if the answer did not hold them go first: after an answer all such rows of
 * its days are its own.
 */
export function matchUnchanged(
  known: readonly KnownRow[],
  sent: readonly PlacedRow[],
  asked: AskedDays,
): ReadonlyMap<KnownRow, PlacedRow> {
  const pairs = new Map<KnownRow, PlacedRow>();
  const sentByContent = Map.groupBy(sent, ([, row]) => contentOf(row));
  const knownByContent = Map.groupBy(
    known.filter((row) => row.live),
    contentOf,
  );
  for (const [content, rows] of sentByContent) {
    const alike = knownByContent.get(content);
    if (alike === undefined) continue;
    if (alike.length > 1) {
      alike.sort((a, b) => Number(asked.mayBeRemoved(b)) - Number(asked.mayBeRemoved(a)) || a.ref - b.ref);
    }
    const unchanged = mostPairs(alike, rows, (row, [, now]) => isAlreadySo(row, now, asked));
    for (const [row, placed] of unchanged) pairs.set(row, placed);
  }
  return pairs;
}

/** Storing `sent` as `known` would write nothing. */
const isAlreadySo = (known: KnownRow, sent: BankTransaction, asked: AskedDays): boolean =>
  namesTwin(known, sent, asked) || (!quietlyDiffers(known, sent) && amendedFields(known, sent).length === 0);
