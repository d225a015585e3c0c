import { contentOf } from '../../identity/fingerprint.ts';
import type { RowImage } from './row-image.ts';

/** Rows as they are, and the rows that stored pages come to. */
export interface PairedRows {
  /** Wanted row -> the row it is; rows that are in none are on one side only. */
  readonly liveOf: ReadonlyMap<RowImage, RowImage>;
}

type Name = (row: RowImage) => string | null;

/**
 * Says which row as it is, is which row of those that stored pages come to, so that a row keeps its number and all that
 * hangs on it. By the page that brought it and its place in that page, as long as no page before it is left out: the same
 * pages bring the same rows in the same order. Then by id, by content, and by the page alone.
 *
 * @param exactBefore the first page that is left out
 */
export function pairRows(
  live: readonly RowImage[],
  wanted: readonly RowImage[],
  exactBefore: number,
): PairedRows {
  const liveOf = new Map<RowImage, RowImage>();
  const given = new Set<RowImage>();
  const give = (to: RowImage, row: RowImage): void => {
    liveOf.set(to, row);
    given.add(row);
  };
  const byPage = Map.groupBy(live, ({ firstPageRef }) => firstPageRef);
  for (const [page, rows] of Map.groupBy(wanted, ({ firstPageRef }) => firstPageRef)) {
    const there = byPage.get(page) ?? [];
    if (page >= exactBefore || there.length !== rows.length) continue;
    if (rows.some((row, place) => there[place]?.status !== row.status)) continue;
    for (const [place, row] of rows.entries()) {
      const same = there[place];
      if (same !== undefined) give(row, same);
    }
  }
  for (const { name, isUnique } of names) {
    const free = wanted.filter((row) => !liveOf.has(row));
    if (free.length === 0) break;
    const groups = groupBy(
      live.filter((row) => !given.has(row)),
      name,
    );
    for (const [key, rows] of groupBy(free, name)) {
      const there = groups.get(key) ?? [];
      if (isUnique && (there.length !== 1 || rows.length !== 1)) continue;
      for (const [place, row] of countingFirst(rows).entries()) {
        const same = countingFirst(there)[place];
        if (same !== undefined) give(row, same);
      }
    }
  }
  return { liveOf };
}

/** What rows may be known by, surest first. Keys made from content are no names: twins hold them by chance. */
const names: readonly { readonly name: Name; readonly isUnique: boolean }[] = [
  { name: (row) => (/^(pending:)?[np]:/.test(row.key) ? row.key : null), isUnique: true },
  { name: (row) => `${row.status}|${contentOf(row)}`, isUnique: false },
  { name: (row) => row.normalisedId && `${row.status}|${row.normalisedId}`, isUnique: true },
  { name: (row) => row.providerId && `${row.status}|${row.providerId}`, isUnique: true },
  { name: (row) => `${row.status}|${String(row.firstPageRef)}`, isUnique: false },
];

/** Rows that count before rows that do not, each in the order they came: of twins, those that count are each other's. */
const countingFirst = (rows: readonly RowImage[]): readonly RowImage[] =>
  rows.toSorted((a, b) => Number(a.removedAt !== null) - Number(b.removedAt !== null) || a.ref - b.ref);

function groupBy(rows: readonly RowImage[], name: Name): ReadonlyMap<string, readonly RowImage[]> {
  const named = Map.groupBy(rows, name);
  named.delete(null);
  return named as Map<string, RowImage[]>;
}
