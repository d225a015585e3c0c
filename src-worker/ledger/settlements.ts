import type { Confidence, SettlementRow, Verdict, WhichSettlements } from '#shared/settlement.ts';
import { readBefore } from './decision-before.ts';
import type { Ledger } from './open-ledger.ts';
import type { ReadingLedger } from './open-ledger-read-only.ts';
import { recordChanges } from './rows/record-changes.ts';
import { writeUsersWord } from './users-word.ts';

const theirLink = 'JOIN transactions b ON b.ref = p.became_ref';
const theirVerdict = 'LEFT JOIN settlement_verdicts v ON v.pending_ref = p.ref AND v.booked_ref = b.ref';
const newestFirst = 'ORDER BY p.date DESC, p.ref DESC';

/** Which rows, in which order. An undone link is told as it was before. */
const wheres: Readonly<Record<WhichSettlements, string>> = {
  doubtful: `${theirLink} ${theirVerdict} WHERE p.became_confidence = 'doubtful' ${newestFirst}`,
  all: `${theirLink} ${theirVerdict} WHERE p.became_ref IS NOT NULL ${newestFirst}`,
  decided: `JOIN settlement_verdicts v ON v.pending_ref = p.ref JOIN transactions b ON b.ref = v.booked_ref
    ORDER BY v.decided_at DESC, p.ref DESC`,
};

/** Links from pending rows to booked ones. @see whichSettlementsSchema */
export const listSettlements = (
  { db }: ReadingLedger,
  which: WhichSettlements,
  limit: number,
): readonly SettlementRow[] =>
  db
    .prepare<[number], SettlementRow>(
      `SELECT p.ref AS id, b.ref AS booked_id, a.account_id,
              coalesce(p.became_confidence, v.before_json ->> 'becameConfidence', 'doubtful') AS confidence,
              coalesce(p.became_reason, v.before_json ->> 'becameReason', 'other-text') AS reason,
              v.verdict, p.currency,
              p.date AS pending_date, p.amount_minor AS pending_amount_minor, p.description AS pending_description,
              b.date AS booked_date, b.amount_minor AS booked_amount_minor, b.description AS booked_description
       FROM transactions p
       JOIN accounts a ON a.ref = p.account_ref
       ${wheres[which]} LIMIT ?`,
    )
    .all(limit);

interface Linked {
  readonly ref: number;
  readonly bookedRef: number;
  readonly confidence: Confidence | null;
  readonly isTentative: number;
}

/**
 * What the user says about a link stays said until they take it back (take-back-decision.ts): a confirmed one is not
 * looked at again, an undone one is never made again. The totals stand on neither: an undone row is gone from the bank's pending set all the same, unless no
 * pending set has been asked since, in which case it is pending again until one is.
 *
 * @returns whether the row has a link.
 */
export function decideSettlement(
  { db }: Ledger,
  pendingRef: number,
  verdict: Verdict,
  nowIso: string,
): boolean {
  const decide = db.transaction(() => {
    const linked = db
      .prepare<[number], Linked>(
        `SELECT ref, became_ref AS bookedRef, became_confidence AS confidence, is_tentative AS isTentative
           FROM transactions WHERE ref = ? AND became_ref IS NOT NULL`,
      )
      .get(pendingRef);
    if (linked === undefined) return false;
    const said = verdict === 'confirmed' && linked.confidence === 'confirmed';
    if (said) return true;
    const before = JSON.stringify(readBefore(db, pendingRef, linked.bookedRef));
    db.prepare(
      `INSERT INTO settlement_verdicts (pending_ref, booked_ref, verdict, decided_at, before_json)
         VALUES (?, ?, ?, ?, ?)
         ON CONFLICT DO UPDATE SET verdict = excluded.verdict, decided_at = excluded.decided_at,
           before_json = excluded.before_json`,
    ).run(pendingRef, linked.bookedRef, verdict, nowIso, before);
    const undone = linked.isTentative === 1 ? 'NULL' : `'gone-from-pending'`;
    db.prepare(
      verdict === 'confirmed'
        ? `UPDATE transactions SET became_confidence = 'confirmed', is_tentative = 0 WHERE ref = ?`
        : `UPDATE transactions SET became_ref = NULL, became_confidence = NULL, became_reason = NULL,
               removed_reason = ${undone}, removed_at = iif(is_tentative = 1, NULL, removed_at), is_tentative = 0
             WHERE ref = ?`,
    ).run(pendingRef);
    recordChanges(
      db,
      [
        {
          rowRef: pendingRef,
          kind: verdict === 'confirmed' ? 'settled' : 'unsettled',
          reason: `${verdict}-by-user`,
          fields: {},
          becameRef: linked.bookedRef,
          ...(verdict === 'confirmed' ? { confidence: 'confirmed' } : {}),
        },
      ],
      { nowIso, jobRef: null, pageRef: null },
    );
    return true;
  });
  return writeUsersWord(db, () => decide.immediate());
}
