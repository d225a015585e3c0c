import type { ReadingDatabase } from '../../ledger-database.ts';
import type { ListColumns } from './list-columns.ts';

/** Each row's place among all descriptions, equal ones alike. */
export interface DescriptionRanks {
  readonly ranks: () => Float64Array;
  readonly changed: (places: readonly number[]) => void;
}

/**
 * Descriptions are read when the list is first wished in their order, which few ever do: half a second for a
 * million rows, and the different texts stay in memory from then on, so that changes cost little.
 *
 * Small and capital letters count alike as in SQLite's NOCASE: those of ASCII.
 */
export function createDescriptionRanks(db: ReadingDatabase, columns: ListColumns): DescriptionRanks {
  /** Each text's number, as they came. */
  const numberOf = new Map<string, number>();
  let numbers: Int32Array | undefined;
  let ranks: Float64Array | undefined;

  function number(text: string): number {
    const known = numberOf.get(text);
    if (known !== undefined) return known;
    numberOf.set(text, numberOf.size);
    return numberOf.size - 1;
  }

  function readAll(): Int32Array {
    const { size, ref } = columns;
    const texts = db
      .prepare<[number], string>('SELECT lower(description) FROM transactions WHERE ref <= ? ORDER BY ref')
      .pluck()
      .all(ref[size - 1] ?? 0);
    return Int32Array.from(texts, number);
  }

  return {
    ranks: () => {
      numbers ??= readAll();
      ranks ??= ranksOf(numbers, [...numberOf.keys()]);
      return ranks;
    },
    changed: (places) => {
      ranks = undefined;
      if (numbers === undefined) return;
      const grown = new Int32Array(columns.size);
      grown.set(numbers);
      const read = db
        .prepare<[number], string>('SELECT lower(description) FROM transactions WHERE ref = ?')
        .pluck();
      for (const place of places) grown[place] = number(read.get(columns.ref[place] ?? 0) ?? '');
      numbers = grown;
    },
  };
}

/** `texts`: by their number. */
function ranksOf(numbers: Int32Array, texts: readonly string[]): Float64Array {
  const sorted = texts
    .map((text, number) => ({ text, number }))
    .toSorted((a, b) => (a.text < b.text ? -1 : 1));
  const rankOf = new Float64Array(texts.length);
  sorted.forEach(({ number }, rank) => {
    rankOf[number] = rank;
  });
  return Float64Array.from(numbers, (number) => rankOf[number] ?? 0);
}
