import type { RestatementCounts } from '#shared/restatement.ts';
import type { ChangedValues } from '../../identity/compare-rows.ts';
import { foldWhiteSpace } from '../../identity/fingerprint.ts';
import { pairRows } from './pair-rows.ts';
import type { RowImage } from './row-image.ts';

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

/** Compares; a link the user has confirmed stands, whatever pages say. `exactBefore`: @see pairRows */
export function compareRows(
  accountRef: number,
  live: readonly RowImage[],
  wanted: readonly RowImage[],
  exactBefore: number,
): ComparedRows {
  const { liveOf } = pairRows(live, wanted, exactBefore);
  const liveRefs = new Map([...liveOf].map(([row, same]) => [row.ref, same.ref]));
  const paired = new Set(liveOf.values());
  const differences: RowDifference[] = [];
  let same = 0;
  for (const row of wanted) {
    const is = liveOf.get(row);
    const kind = is === undefined ? kindOfMissing(row) : kindOfPair(is, row, liveRefs);
    if (kind === null) same += row.removedAt === null ? 1 : 0;
    else {
      const fields = is === undefined ? {} : visibleChanges(is, row);
      differences.push({ kind, accountRef, live: is ?? null, wanted: row, fields });
    }
  }
  for (const row of live) {
    if (paired.has(row) || row.removedAt !== null) continue;
    differences.push({ kind: 'removed', accountRef, live: row, wanted: null, fields: {} });
  }
  return { differences, same, liveRefs };
}

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
  const isSame = hasSameKey(is, row) && quiet.every((property) => is[property] === row[property]);
  return isSame ? null : 'refreshed';
}

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
