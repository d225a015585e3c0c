import type { Confidence } from '#shared/settlement.ts';
import { beforeOf, readVerdict, type DecisionBefore } from './decision-before.ts';
import type { WritingDatabase } from './ledger-database.ts';
import type { Ledger } from './open-ledger.ts';
import { recordChanges } from './rows/record-changes.ts';
import { writeUsersWord } from './users-word.ts';

/** `overtaken`: something else has happened to one of the two rows since; what was before is not true any more. */
export type TakenBack = 'taken-back' | 'overtaken' | 'never-decided';

interface LastWord {
  readonly ref: number;
  readonly bookedRef: number;
}

/**
 * Takes back what the user said last of a pending row: row and verdict are again as they were, and the history has one
 * line more. Only as long as nothing else has happened to the pair, which its history tells.
 */
export function takeBackDecision({ db }: Ledger, pendingRef: number, nowIso: string): TakenBack {
  const takeBack = db.transaction((): TakenBack => {
    const last = db
      .prepare<[number], LastWord>(
        `SELECT ref, became_ref AS bookedRef FROM transaction_changes
           WHERE transaction_ref = ? AND job_ref IS NULL AND became_ref IS NOT NULL
             AND reason IN ('confirmed-by-user', 'undone-by-user')
           ORDER BY ref DESC LIMIT 1`,
      )
      .get(pendingRef);
    if (last === undefined) return 'never-decided';
    const said = readVerdict(db, pendingRef, last.bookedRef);
    if (said === undefined || said === null) return 'never-decided';
    const before = beforeOf(said.beforeJson);
    if (before === null || isOvertaken(db, pendingRef, last)) return 'overtaken';
    putBack(db, pendingRef, last.bookedRef, before);
    const confidence: { confidence?: Confidence } =
      before.becameConfidence === null ? {} : { confidence: before.becameConfidence };
    recordChanges(
      db,
      [
        {
          rowRef: pendingRef,
          kind: 'settled',
          reason: 'taken-back-by-user',
          fields: {},
          becameRef: last.bookedRef,
          ...confidence,
        },
      ],
      { nowIso, jobRef: null, pageRef: null },
    );
    return 'taken-back';
  });
  return writeUsersWord(db, () => takeBack.immediate());
}

/** Anything has happened to the pending row since, or the booked one has become another's or is gone. */
const isOvertaken = (db: WritingDatabase, pendingRef: number, { ref, bookedRef }: LastWord): boolean =>
  db
    .prepare(
      `SELECT 1 FROM transaction_changes
       WHERE ref > @ref AND (transaction_ref = @pendingRef OR became_ref = @bookedRef
         OR (transaction_ref = @bookedRef AND kind <> 'amended'))`,
    )
    .get({ ref, bookedRef, pendingRef }) !== undefined;

function putBack(db: WritingDatabase, pendingRef: number, bookedRef: number, before: DecisionBefore): void {
  const { said, becameConfidence, becameReason, removedAt, removedReason, isTentative } = before;
  db.prepare(
    `UPDATE transactions SET became_ref = @bookedRef, became_confidence = @becameConfidence,
       became_reason = @becameReason, removed_at = @removedAt, removed_reason = @removedReason, is_tentative = @isTentative
     WHERE ref = @pendingRef`,
  ).run({ pendingRef, bookedRef, becameConfidence, becameReason, removedAt, removedReason, isTentative });
  const pair = { pendingRef, bookedRef };
  if (said === null) {
    db.prepare(
      'DELETE FROM settlement_verdicts WHERE pending_ref = @pendingRef AND booked_ref = @bookedRef',
    ).run(pair);
    return;
  }
  db.prepare(
    `UPDATE settlement_verdicts SET verdict = @verdict, decided_at = @decidedAt, before_json = @beforeJson
     WHERE pending_ref = @pendingRef AND booked_ref = @bookedRef`,
  ).run({ ...pair, ...said });
}
