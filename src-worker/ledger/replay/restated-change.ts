import type { Confidence } from '#shared/settlement.ts';
import type { RowChange } from '../rows/record-changes.ts';
import type { RowDifference } from './compare-rows.ts';

/**
 * The line a restated row's history gets; `null`: nobody would ask. `reason` says what was done: `taken-back` (it does not
 * count any more), `restored` (it counts again), `recovered` (it is new), `put-back` (what it says), `linked`, `unlinked`.
 *
 * @param refs number of a wanted row -> number of the row it is
 */
export function restatedChange(
  { kind, live, wanted, fields }: RowDifference,
  refs: ReadonlyMap<number, number>,
  by: 'undone' | 'replayed',
): RowChange | null {
  const rowRef = live?.ref ?? (wanted === null ? undefined : refs.get(wanted.ref));
  if (rowRef === undefined || kind === 'refreshed') return null;
  const linked = wanted?.becameRef == null ? undefined : refs.get(wanted.becameRef);
  const unlinked = live?.becameRef ?? undefined;
  const becameRef = kind === 'relinked' ? (linked ?? unlinked) : undefined;
  const reasons = {
    added: live === null ? 'recovered' : 'restored',
    changed: 'put-back',
    removed: 'taken-back',
    relinked: linked === undefined ? 'unlinked' : 'linked',
  };
  const confidence = linked === undefined ? null : (wanted?.becameConfidence ?? null);
  return {
    rowRef,
    kind: by,
    reason: reasons[kind],
    fields,
    ...(becameRef === undefined ? {} : { becameRef }),
    ...(confidence === null ? {} : { confidence: confidence as Confidence }),
  };
}
