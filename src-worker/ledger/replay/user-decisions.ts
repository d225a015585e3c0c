import type { ReadingDatabase, WritingDatabase } from '../ledger-database.ts';
import { decideSettlement } from '../settlements.ts';
import { takeBackDecision } from '../take-back-decision.ts';

/** What the user once said about a link between a pending row and a booked one. */
interface Decision {
  readonly pendingRef: number;
  readonly bookedRef: number;
  readonly verdict: 'confirmed' | 'undone' | 'taken-back';
  readonly atIso: string;
}

/** The user's decisions, said again while pages are read again. */
export interface UserDecisions {
  /** Says those made before this moment. */
  readonly sayUntil: (iso: string) => void;
}

/**
 * The user's word is part of how rows came to be what they are: it is said again between the same two pages. Rows are found
 * by the page that brought them and their place in it, since their numbers may differ.
 */
export function openUserDecisions(db: ReadingDatabase, scratch: WritingDatabase): UserDecisions {
  const waiting = db
    .prepare<[], Decision>(
      `SELECT transaction_ref AS pendingRef, became_ref AS bookedRef, at AS atIso,
              replace(reason, '-by-user', '') AS verdict
       FROM transaction_changes
       WHERE job_ref IS NULL AND became_ref IS NOT NULL 
         AND reason IN ('confirmed-by-user', 'undone-by-user', 'taken-back-by-user')
       ORDER BY ref`,
    )
    .all();
  let next = 0;
  return {
    sayUntil: (iso) => {
      for (let decision = waiting[next]; decision !== undefined; decision = waiting[next]) {
        if (decision.atIso >= iso) return;
        next += 1;
        say(db, scratch, decision);
      }
    },
  };
}

function say(db: ReadingDatabase, scratch: WritingDatabase, decision: Decision): void {
  const pendingRef = scratchRefOf(db, scratch, decision.pendingRef);
  const bookedRef = scratchRefOf(db, scratch, decision.bookedRef);
  if (pendingRef === undefined || bookedRef === undefined) return;
  const ledger = { db: scratch, path: '', close: () => undefined };
  if (decision.verdict === 'taken-back') {
    takeBackDecision(ledger, pendingRef, decision.atIso);
    return;
  }
  const linked = scratch
    .prepare<[number], number | null>('SELECT became_ref FROM transactions WHERE ref = ?')
    .pluck()
    .get(pendingRef);
  if (linked !== bookedRef) return;
  decideSettlement(ledger, pendingRef, decision.verdict, decision.atIso);
}

/** A row that is lost in the real ledger is taken to have the number it would get again. */
function scratchRefOf(db: ReadingDatabase, scratch: ReadingDatabase, ref: number): number | undefined {
  const place = db
    .prepare<[number], { page: number; before: number }>(
      `SELECT t.first_page_ref AS page,
              (SELECT count(*) FROM transactions o WHERE o.first_page_ref = t.first_page_ref AND o.ref < t.ref) AS before
       FROM transactions t WHERE t.ref = ?`,
    )
    .get(ref);
  if (place === undefined) return ref;
  return scratch
    .prepare<[number, number], number>(
      'SELECT ref FROM transactions WHERE first_page_ref = ? ORDER BY ref LIMIT 1 OFFSET ?',
    )
    .pluck()
    .get(place.page, place.before);
}
