import type { BankTransaction } from '#shared/bank-rows.ts';
import { contentOf } from './fingerprint.ts';

/** One answer without its repetitions, and which of its ids can be trusted to name one row. */
export interface FoldedAnswer {
  readonly rows: readonly BankTransaction[];
  /** How many rows were exact repetitions of another row of the same answer. */
  readonly repeated: number;
  /** Ids that two different rows of this answer share: no identity for either. */
  readonly sharedNormalisedIds: ReadonlySet<string>;
  readonly sharedProviderIds: ReadonlySet<string>;
}

/**
 * The same row sent twice in one answer (same stable id and same content) is one row. Rows with no id are never
 * folded: two coffees on one day at one price are two coffees. An id that different rows share (a mandate number,
 * a constant) is a label, not an identity.
 */
export function foldRedelivery(answer: readonly BankTransaction[]): FoldedAnswer {
  const sharedNormalisedIds = new Set<string>();
  const sharedProviderIds = new Set<string>();
  const normalisedIds = new Set<string>();
  const providerIds = new Set<string>();
  const seen = new Set<string>();
  let suspicious = false;
  for (const row of answer) {
    suspicious = isRepeated(row.normalisedId, normalisedIds) || suspicious;
    suspicious = isRepeated(row.providerId, providerIds) || suspicious;
  }
  // The common case, nothing repeated at all, costs two set entries a row and no text.
  if (!suspicious) return { rows: answer, repeated: 0, sharedNormalisedIds, sharedProviderIds };

  const rows: BankTransaction[] = [];
  for (const row of answer) {
    if (row.normalisedId !== null || row.providerId !== null) {
      const whole = wholeRow(row);
      if (seen.has(whole)) continue;
      seen.add(whole);
    }
    rows.push(row);
  }
  collectShared(rows, (row) => row.normalisedId, sharedNormalisedIds);
  collectShared(rows, (row) => row.providerId, sharedProviderIds);
  return { rows, repeated: answer.length - rows.length, sharedNormalisedIds, sharedProviderIds };
}

/** Notes `id`. @returns whether it was there before. */
function isRepeated(id: string | null, seen: Set<string>): boolean {
  if (id === null) return false;
  if (seen.has(id)) return true;
  seen.add(id);
  return false;
}

/** Both ids, the content, and what tells twins with a shared id apart: the instant and the running balance. */
const wholeRow = (row: BankTransaction): string =>
  JSON.stringify([
    row.normalisedId,
    row.providerId,
    contentOf(row),
    row.timestampUtc,
    row.runningBalanceMinor,
  ]);

function collectShared(
  rows: readonly BankTransaction[],
  idOf: (row: BankTransaction) => string | null,
  shared: Set<string>,
): void {
  const seen = new Set<string>();
  for (const row of rows) {
    const id = idOf(row);
    if (id === null) continue;
    if (isRepeated(id, seen)) shared.add(id);
  }
}
