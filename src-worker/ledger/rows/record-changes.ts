import type { ChangedValues } from '../../identity/compare-rows.ts';
import type { Confidence } from '#shared/settlement.ts';
import type { WritingDatabase } from '../ledger-database.ts';

/** Something that happened to a stored row. */
export interface RowChange {
  readonly rowRef: number;
  readonly kind: 'amended' | 'removed' | 'returned' | 'settled' | 'unsettled' | 'undone' | 'replayed';
  /** How the row was recognised, or why it went. */
  readonly reason: string;
  readonly fields: ChangedValues;
  /** The booked row that a pending one became, or became no longer. */
  readonly becameRef?: number;
  readonly confidence?: Confidence;
}

/** When, and by which page of which job; `null`s when the user decided. */
export interface ChangeSource {
  readonly nowIso: string;
  readonly jobRef: number | null;
  readonly pageRef: number | null;
}

/** Adds to the rows' histories. Inside the transaction that changes the rows, so that neither is ever alone. */
export function recordChanges(
  db: WritingDatabase,
  changes: readonly RowChange[],
  { nowIso, jobRef, pageRef }: ChangeSource,
): void {
  if (changes.length === 0) return;
  const insert = db.prepare(
    `INSERT INTO transaction_changes
       (transaction_ref, kind, reason, fields_json, became_ref, confidence, at, job_ref, raw_page_ref)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  for (const { rowRef, kind, reason, fields, becameRef, confidence } of changes) {
    insert.run(
      rowRef,
      kind,
      reason,
      JSON.stringify(fields),
      becameRef ?? null,
      confidence ?? null,
      nowIso,
      jobRef,
      pageRef,
    );
  }
}
