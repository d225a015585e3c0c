import { contentOf } from '../../identity/fingerprint.ts';
import type { OnceSaid } from './once-said.ts';
import type { RowImage } from './row-image.ts';

/** Two rows that are one: as it is, and as stored pages say it should be. */
export interface PairedRow {
  readonly is: RowImage;
  readonly row: RowImage;
}

/** Rows are one that have the same name. `isUnique`: and only where nothing else has it. */
interface Naming {
  readonly live: Name;
  readonly wanted: Name;
  readonly isUnique: boolean;
}

type Name = (row: RowImage) => string | null;

/**
 * Says which row as it is, is which row of those that stored pages come to, so that a row keeps its number and all that
 * hangs on it: by id, by content, by what it said before it was changed, and at last by the page that brought it. For rows
 * that their place in a page does not tell. @see walkPages
 */
export function pairRows(
  live: readonly RowImage[],
  wanted: readonly RowImage[],
  onceSaid: OnceSaid,
): readonly PairedRow[] {
  const given = new Set<RowImage>();
  const free = (rows: readonly RowImage[]): readonly RowImage[] => rows.filter((row) => !given.has(row));
  const pairs: PairedRow[] = [];
  const pairBy = (naming: Naming): void => {
    for (const pair of pairsOf(naming, free(live), free(wanted))) {
      pairs.push(pair);
      given.add(pair.is).add(pair.row);
    }
  };
  for (const naming of asTheyAre) pairBy(naming);
  if (free(wanted).length === 0 || free(live).length === 0) return pairs;
  for (const naming of asTheyWere(onceSaid(free(live)))) pairBy(naming);
  pairBy(byPage);
  return pairs;
}

const named = (name: Name, isUnique: boolean): Naming => ({ live: name, wanted: name, isUnique });

const saying: Name = (row) => `${row.status}|${contentOf(row)}`;

/** What rows may be known by, surest first. Keys made from content are no names: twins hold them by chance. */
const asTheyAre: readonly Naming[] = [
  named((row) => (/^(pending:)?[np]:/.test(row.key) ? row.key : null), true),
  named(saying, false),
  named((row) => row.normalisedId && `${row.status}|${row.normalisedId}`, true),
  named((row) => row.providerId && `${row.status}|${row.providerId}`, true),
];

/** The less has changed since, the surer. */
function asTheyWere(said: ReadonlyMap<RowImage, readonly string[]>): readonly Naming[] {
  const mostChanges = [...said.values()].reduce((most, { length }) => Math.max(most, length), 0);
  return Array.from({ length: mostChanges }, (_, changesAgo) => ({
    live: (row) => {
      const content = said.get(row)?.[changesAgo];
      return content === undefined ? null : `${row.status}|${content}`;
    },
    wanted: saying,
    isUnique: false,
  }));
}

const byPage = named((row) => `${row.status}|${String(row.firstPageRef)}`, false);

function pairsOf(
  naming: Naming,
  live: readonly RowImage[],
  wanted: readonly RowImage[],
): readonly PairedRow[] {
  if (wanted.length === 0) return [];
  const groups = groupBy(live, naming.live);
  return [...groupBy(wanted, naming.wanted)].flatMap(([key, rows]) => {
    const there = groups.get(key) ?? [];
    if (naming.isUnique && (there.length !== 1 || rows.length !== 1)) return [];
    const sorted = countingFirst(there);
    return countingFirst(rows).flatMap((row, place) => {
      const is = sorted[place];
      return is === undefined ? [] : [{ is, row }];
    });
  });
}

/** Rows that count before rows that do not, each in the order they came: of twins, those that count are each other's. */
const countingFirst = (rows: readonly RowImage[]): readonly RowImage[] =>
  rows.toSorted((a, b) => Number(a.removedAt !== null) - Number(b.removedAt !== null) || a.ref - b.ref);

function groupBy(rows: readonly RowImage[], name: Name): ReadonlyMap<string, readonly RowImage[]> {
  const groups = Map.groupBy(rows, name);
  groups.delete(null);
  return groups as Map<string, RowImage[]>;
}
