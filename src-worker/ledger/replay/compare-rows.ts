import type { RestatementCounts } from '#shared/restatement.ts';
import type { ChangedValues } from '../../identity/compare-rows.ts';
import { foldWhiteSpace } from '../../identity/fingerprint.ts';
import type { OnceSaid } from './once-said.ts';
import { type PairedRow, pairRows } from './pair-rows.ts';
import type { RowImage } from './row-image.ts';
import { walkPages } from './walk-pages.ts';

/** A row that is not what stored pages say it should be. @see RestatementCounts for the kinds */
export interface RowDifference {
  readonly kind: keyof RestatementCounts;
  readonly accountRef: number;
  /** As it is; `null`: there is no such row. */
  readonly live: RowImage | null;
  /** As it should be; `null`: no page has it. */
  readonly wanted: RowImage | null;
  /** What a person would see change, as `[is, should be]`. */
  readonly fields: ChangedValues;
}

/** An account's rows beside what its pages come to. */
export interface ComparedRows {
  readonly differences: readonly RowDifference[];
  /** Live rows that are as they should be. */
  readonly same: number;
  /** Number of a wanted row -> number of the row it is. */
  readonly liveRefs: ReadonlyMap<number, number>;
}

/**
 * Compares; a link the user has confirmed stands, whatever pages say. Of rows that are the same only their numbers are
 * held. `live`, `wanted`, `exactBefore`: @see walkPages; `onceSaid`: @see pairRows
 */
export function compareRows(
  accountRef: number,
  live: Iterable<RowImage>,
  wanted: Iterable<RowImage>,
  exactBefore: number,
  onceSaid: OnceSaid,
): ComparedRows {
  const liveRefs = new Map<number, number>();
  const unequal: PairedRow[] = [];
  const unknown: { live: RowImage[]; wanted: RowImage[] } = { live: [], wanted: [] };
  let same = 0;
  const note = (pair: PairedRow): void => {
    const { is, row } = pair;
    liveRefs.set(row.ref, is.ref);
    if (isPlainlySame(pair)) same += row.removedAt === null ? 1 : 0;
    else unequal.push(pair);
  };
  walkPages(live, wanted, exactBefore, {
    onPair: note,
    onUnknown: (own, rows) => {
      // Not spread into one call: a page may hold more rows than a call takes arguments.
      for (const row of own) unknown.live.push(row);
      for (const row of rows) unknown.wanted.push(row);
    },
  });
  const pairs = pairRows(unknown.live, unknown.wanted, onceSaid);
  for (const pair of pairs) note(pair);

  const differences: RowDifference[] = [];
  for (const { is, row } of unequal) {
    const kind = kindOfPair(is, row, liveRefs);
    if (kind === null) same += row.removedAt === null ? 1 : 0;
    else differences.push({ kind, accountRef, live: is, wanted: row, fields: visibleChanges(is, row) });
  }
  const paired = new Set(pairs.flatMap(({ is, row }) => [is, row]));
  for (const row of unknown.wanted) {
    if (paired.has(row)) continue;
    differences.push({ kind: kindOfMissing(row), accountRef, live: null, wanted: row, fields: {} });
  }
  for (const row of unknown.live) {
    if (paired.has(row) || row.removedAt !== null) continue;
    differences.push({ kind: 'removed', accountRef, live: row, wanted: null, fields: {} });
  }
  return { differences, same, liveRefs };
}

/** Nothing differs, and no link has to be followed to know it. */
const isPlainlySame = ({ is, row }: PairedRow): boolean =>
  is.becameRef === null &&
  row.becameRef === null &&
  (is.removedAt === null) === (row.removedAt === null) &&
  hasSameDetails(is, row);

/** A row that is not there and would not count is only its trace. */
const kindOfMissing = (row: RowImage): RowDifference['kind'] =>
  row.removedAt === null ? 'added' : 'refreshed';

function kindOfPair(
  is: RowImage,
  row: RowImage,
  liveRefs: ReadonlyMap<number, number>,
): RowDifference['kind'] | null {
  if (is.becameConfidence === 'confirmed') return null;
  if (is.becameRef !== partnerOf(row, liveRefs) || is.becameConfidence !== row.becameConfidence)
    return 'relinked';
  if (is.removedAt !== null && row.removedAt === null) return 'added';
  if (is.removedAt === null && row.removedAt !== null) return 'removed';
  if (is.removedAt === null && Object.keys(visibleChanges(is, row)).length > 0) return 'changed';
  return hasSameDetails(is, row) ? null : 'refreshed';
}

const hasSameDetails = (is: RowImage, row: RowImage): boolean =>
  hasSameKey(is, row) && quiet.every((property) => is[property] === row[property]);

/** Keys made from content differ by which twin came first, and by what the row once said: that is no difference. */
const hasSameKey = (is: RowImage, row: RowImage): boolean =>
  is.key === row.key || (isOfContent(is.key) && isOfContent(row.key));

const isOfContent = (key: string): boolean => /^(pending:)?f:/.test(key);

/** What a wanted pending row became, in the numbers of the real ledger; -1: a row that is not there yet. */
const partnerOf = ({ becameRef }: RowImage, liveRefs: ReadonlyMap<number, number>): number | null =>
  becameRef === null ? null : (liveRefs.get(becameRef) ?? -1);

/** What only the matcher looks at, and what comes with it. */
const quiet = [
  'date',
  'timestampUtc',
  'amountMinor',
  'currency',
  'description',
  'merchant',
  'category',
  'classificationJson',
  'runningBalanceMinor',
  'metaJson',
  'transactionId',
  'normalisedId',
  'providerId',
  'isEdge',
  'pendingPageRef',
  'becameReason',
  'isTentative',
] as const satisfies readonly (keyof RowImage)[];

const visible = [
  'date',
  'timestampUtc',
  'amountMinor',
  'currency',
  'merchant',
  'category',
] as const satisfies readonly (keyof RowImage)[];

function visibleChanges(is: RowImage, row: RowImage): ChangedValues {
  const changes = visible
    .filter((property) => is[property] !== row[property])
    .map((property) => [property, [is[property], row[property]]] as const);
  const isReworded = foldWhiteSpace(is.description) !== foldWhiteSpace(row.description);
  return {
    ...Object.fromEntries(changes),
    ...(isReworded ? { description: [is.description, row.description] } : {}),
    ...(is.classificationJson === row.classificationJson
      ? {}
      : { classification: [is.classificationJson, row.classificationJson] }),
  };
}
