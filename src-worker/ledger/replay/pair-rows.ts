import { contentOf } from '../../identity/fingerprint.ts';
import type { RowImage } from './row-image.ts';

/** Two rows that are one: as it is, and as stored pages say it should be. */
export interface PairedRow {
  readonly is: RowImage;
  readonly row: RowImage;
}

type Name = (row: RowImage) => string | null;

/**
 * Says which row as it is, is which row of those that stored pages come to, so that a row keeps its number and all that
 * hangs on it: by id, by content, and at last by the page that brought it. For rows that their place in a page does not
 * tell. @see walkPages
 */
export function pairRows(live: readonly RowImage[], wanted: readonly RowImage[]): readonly PairedRow[] {
  const pairs: PairedRow[] = [];
  const given = new Set<RowImage>();
  for (const { name, isUnique } of names) {
    const free = wanted.filter((row) => !given.has(row));
    if (free.length === 0) break;
    const groups = groupBy(
      live.filter((row) => !given.has(row)),
      name,
    );
    for (const [key, rows] of groupBy(free, name)) {
      const there = groups.get(key) ?? [];
      if (isUnique && (there.length !== 1 || rows.length !== 1)) continue;
      const sorted = countingFirst(there);
      for (const [place, row] of countingFirst(rows).entries()) {
        const is = sorted[place];
        if (is === undefined) break;
        pairs.push({ is, row });
        given.add(is).add(row);
      }
    }
  }
  return pairs;
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
