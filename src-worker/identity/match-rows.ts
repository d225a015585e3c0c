import type { BankTransaction } from '#shared/bank-rows.ts';
import { daysBetween } from '#shared/calendar-day.ts';
import type { AskedDays } from './asked-days.ts';
import { contentOf } from './fingerprint.ts';
import type { FoldedAnswer } from './fold-redelivery.ts';
import type { KeySpace } from './key-desk.ts';
import type { KnownRow } from './known-row.ts';
import { matchUnchanged, type PlacedRow } from './match-unchanged.ts';

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

/** What sent rows are recognised among. */
export interface MatchingGround {
  readonly known: readonly KnownRow[];
  readonly asked: AskedDays;
  readonly space: KeySpace;
}

/**
 * Says which known row each sent row is. A known row is given away once. The order matters: docs/identity.md says
 * why these steps leave an answer that comes again without effect.
 *
 * @returns one entry for each row of `answer`, in its order; `undefined`: the row is new, or amended past knowing.
 */
export function matchRows(
  { known, asked, space }: MatchingGround,
  answer: FoldedAnswer,
): readonly (RowMatch | undefined)[] {
  const matches: (RowMatch | undefined)[] = Array.from({ length: answer.rows.length });
  if (known.length === 0) return matches;
  const given = new Set<KnownRow>();
  const give = (index: number, row: KnownRow | undefined, by: RecognisedBy): void => {
    if (row === undefined || given.has(row)) return;
    matches[index] = { known: row, by };
    given.add(row);
  };
  const open = (): readonly PlacedRow[] =>
    [...answer.rows.entries()].filter(([index]) => matches[index] === undefined);
  const isFree = (row: KnownRow): boolean => !given.has(row);
  // An id that several sent rows share names none of them.
  const own = (id: string | null, shared: ReadonlySet<string>): string | null =>
    id === null || shared.has(id) ? null : id;
  const normalised = (sent: BankTransaction) => own(sent.normalisedId, answer.sharedNormalisedIds);
  const provider = (sent: BankTransaction) => own(sent.providerId, answer.sharedProviderIds);

  const byKey = new Map(known.map((row) => [row.key, row]));
  const keyedBy = (kind: 'n' | 'p', id: string | null): KnownRow | undefined =>
    id === null ? undefined : byKey.get(`${space}${kind}:${id}`);
  const keyedByProvider = (sent: BankTransaction, isMove: (row: KnownRow) => boolean) => {
    const row = keyedBy('p', provider(sent));
    return row !== undefined && isMove(row) ? row : undefined;
  };

  for (const [index, sent] of answer.rows.entries()) {
    give(index, keyedBy('n', normalised(sent)), 'normalised-id');
  }
  if (given.size === answer.rows.length) return matches;
  for (const [index, sent] of open()) {
    give(
      index,
      keyedByProvider(sent, ({ date }) => asked.holds(date) || date === sent.date),
      'provider-id',
    );
  }
  if (given.size === answer.rows.length || given.size === known.length) return matches;
  for (const [row, [index]] of matchUnchanged(known.filter(isFree), open(), asked)) {
    give(index, row, 'same-content');
  }
  if (given.size === answer.rows.length || given.size === known.length) return matches;
  for (const [index, sent] of open()) {
    give(
      index,
      keyedByProvider(sent, (row) => isNear(row, sent)),
      'provider-id',
    );
  }

  const onAskedDays = known.filter((row) => isFree(row) && asked.holds(row.date));
  for (const [by, idOf, nameOf] of [
    ['normalised-id', (row: KnownRow) => row.normalisedId, normalised],
    ['provider-id', (row: KnownRow) => row.providerId, provider],
  ] as const) {
    const carriers = Map.groupBy(onAskedDays, idOf);
    for (const [index, sent] of open()) {
      const id = nameOf(sent);
      if (id !== null) give(index, theOnly(carriers.get(id)?.filter(isFree)), by);
    }
  }

  const byContent = Map.groupBy(
    known.filter((row) => isFree(row) && row.becameRef === null),
    contentOf,
  );
  // Live rows are preferred to removed ones; within each, the older row comes first.
  for (const rows of byContent.values())
    rows.sort((a, b) => Number(b.live) - Number(a.live) || a.ref - b.ref);
  for (const [index, sent] of open()) give(index, byContent.get(contentOf(sent))?.shift(), 'same-content');
  return matches;
}

/** The one live row, else the one removed row, that carries an id which is not its key; of several, none. */
function theOnly(carriers: readonly KnownRow[] | undefined): KnownRow | undefined {
  const live = carriers?.filter((row) => row.live) ?? [];
  const [row, ...others] = live.length > 0 ? live : (carriers ?? []);
  return others.length === 0 ? row : undefined;
}

/**
 * Some banks put the same provider id on every payment of a mandate: on days that were not asked a row can only be
 * taken for moved when it is near; else last month's rent would become this month's.
 */
const isNear = (known: KnownRow, sent: BankTransaction): boolean =>
  Math.abs(daysBetween(known.date, sent.date)) <= farthestMoveDays;
