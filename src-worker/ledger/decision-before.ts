import * as z from 'zod';
import { confidenceSchema, verdictSchema } from '#shared/settlement.ts';
import type { ReadingDatabase } from './ledger-database.ts';

/** What deciding changes in a pending row, and what was said of the pair before, as `settlement_verdicts` keeps it. */
const decisionBeforeSchema = z
  .object({
    becameConfidence: confidenceSchema.nullable(),
    becameReason: z.string().nullable(),
    removedAt: z.string().nullable(),
    removedReason: z.string().nullable(),
    isTentative: z.int(),
    said: z
      .object({ verdict: verdictSchema, decidedAt: z.string(), beforeJson: z.string().nullable() })
      .nullable(),
  })
  .readonly();
/** @see decisionBeforeSchema */
export type DecisionBefore = z.infer<typeof decisionBeforeSchema>;

/** Looks at the pair before it is decided about. */
export function readBefore(db: ReadingDatabase, pendingRef: number, bookedRef: number): DecisionBefore {
  const row = db
    .prepare<[number], object>(
      `SELECT became_confidence AS becameConfidence, became_reason AS becameReason, removed_at AS removedAt,
              removed_reason AS removedReason, is_tentative AS isTentative
       FROM transactions WHERE ref = ?`,
    )
    .get(pendingRef);
  return decisionBeforeSchema.parse({ ...row, said: readVerdict(db, pendingRef, bookedRef) ?? null });
}

/** What the user said last of the pair. */
export const readVerdict = (
  db: ReadingDatabase,
  pendingRef: number,
  bookedRef: number,
): DecisionBefore['said'] | undefined =>
  db
    .prepare<[number, number], NonNullable<DecisionBefore['said']>>(
      `SELECT verdict, decided_at AS decidedAt, before_json AS beforeJson FROM settlement_verdicts
       WHERE pending_ref = ? AND booked_ref = ?`,
    )
    .get(pendingRef, bookedRef);

/** Reads what was kept. `null`: nothing was, or not in this form. */
export function beforeOf(json: string | null): DecisionBefore | null {
  if (json === null) return null;
  return decisionBeforeSchema.parse(JSON.parse(json));
}
