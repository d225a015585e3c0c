import type { BankTransaction } from '#shared/bank-rows.ts';
import { daysBetween } from '#shared/calendar-day.ts';
import type { AskedDays } from './asked-days.ts';
import { contentOf, foldWhiteSpace } from './fingerprint.ts';
import type { FoldedAnswer } from './fold-redelivery.ts';
import type { KnownRow } from './known-row.ts';

/**
 * By how many days a bank may move a row that only its provider id recognises, from days it was not asked for: less
 * than a week, because weekly debits can carry one mandate's id.
 */
const farthestMoveDays = 6;

/** By what a row was recognised, best first. `likeness`: @see matchAmended */
export type RecognisedBy = 'normalised-id' | 'provider-id' | 'same-content' | 'likeness';

/** A sent row's counterpart in the ledger. */
export interface RowMatch {
  readonly known: KnownRow;
  readonly by: RecognisedBy;
}

/**
 * Says which known row each sent row is: by normalised id, then by provider id, then by content, twins in their
 * order. A known row is given away once.
 *
 * @returns one entry for each row of `answer`, in its order; `undefined`: the row is new, or amended past knowing.
 */
export function matchRows(
  known: readonly KnownRow[],
  answer: FoldedAnswer,
  asked: AskedDays,
): readonly (RowMatch | undefined)[] {
  const matches: (RowMatch | undefined)[] = Array.from({ length: answer.rows.length });
  if (known.length === 0) return matches;
  const given = new Set<KnownRow>();
  const give = (index: number, row: KnownRow, by: RecognisedBy): void => {
    matches[index] = { known: row, by };
    given.add(row);
  };

  const byNormalisedId = groupBy(known, (row) => row.normalisedId);
  for (const [index, sent] of answer.rows.entries()) {
    const id = sent.normalisedId;
    if (id === null || answer.sharedNormalisedIds.has(id)) continue;
    const row = theOne(byNormalisedId.get(id), sent, `n:${id}`, given);
    if (row !== undefined) give(index, row, 'normalised-id');
  }
  if (given.size === answer.rows.length) return matches;

  const byProviderId = groupBy(known, (row) => row.providerId);
  for (const [index, sent] of answer.rows.entries()) {
    const id = sent.providerId;
    if (id === null || matches[index] !== undefined || answer.sharedProviderIds.has(id)) continue;
    const row = theOne(byProviderId.get(id), sent, `p:${id}`, given);
    if (row !== undefined && (asked.holds(row.date) || isPlausibleMove(row, sent)))
      give(index, row, 'provider-id');
  }
  if (given.size === answer.rows.length || given.size === known.length) return matches;

  const byContent = groupBy(
    known.filter((row) => !given.has(row) && row.becameRef === null),
    contentOf,
  );
  // Live rows are preferred to removed ones; within each, the older row comes first.
  for (const rows of byContent.values())
    rows.sort((a, b) => Number(b.live) - Number(a.live) || a.ref - b.ref);
  for (const [index, sent] of answer.rows.entries()) {
    if (matches[index] !== undefined) continue;
    const row = byContent.get(contentOf(sent))?.shift();
    if (row !== undefined) give(index, row, 'same-content');
  }
  return matches;
}

/**
 * Of several rows that carry one id (it was shared in an earlier answer): the one with the same content (among
 * twins the one the id is the key of), else the one the id is the key of, else none.
 */
function theOne(
  candidates: readonly KnownRow[] | undefined,
  sent: BankTransaction,
  key: string,
  given: ReadonlySet<KnownRow>,
): KnownRow | undefined {
  if (candidates === undefined) return undefined;
  const free = candidates.filter((row) => !given.has(row));
  if (free.length <= 1) return free[0];
  const content = contentOf(sent);
  const same = free.filter((row) => contentOf(row) === content);
  const holdsKey = (row: KnownRow): boolean => row.key.endsWith(key);
  return same.find(holdsKey) ?? same[0] ?? free.find(holdsKey);
}

/**
 * On its own day a row may have been amended. Some banks put the same provider id on every payment of a mandate: on
 * days that were not asked a row can only be taken for moved when it is near, and when it is otherwise the same or the
 * id was its alone when it came; else last month's rent would become this month's.
 */
const isPlausibleMove = (known: KnownRow, sent: BankTransaction): boolean =>
  known.date === sent.date ||
  (Math.abs(daysBetween(known.date, sent.date)) <= farthestMoveDays &&
    (known.key.endsWith(`p:${sent.providerId}`) ||
      (known.amountMinor === sent.amountMinor &&
        known.currency === sent.currency &&
        foldWhiteSpace(known.description) === foldWhiteSpace(sent.description))));

function groupBy(
  rows: readonly KnownRow[],
  idOf: (row: KnownRow) => string | null,
): ReadonlyMap<string, KnownRow[]> {
  const groups = new Map<string, KnownRow[]>();
  for (const row of rows) {
    const id = idOf(row);
    if (id === null) continue;
    const group = groups.get(id);
    if (group === undefined) groups.set(id, [row]);
    else group.push(row);
  }
  return groups;
}
