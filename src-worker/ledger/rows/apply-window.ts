import type { AnsweredWindow, StoredCounts } from '../../engine/account-ledger.ts';
import { windowDays } from '../../identity/asked-days.ts';
import { planAnswer } from '../../identity/plan-answer.ts';
import type { WritingDatabase } from '../ledger-database.ts';
import { applyPlan } from './apply-plan.ts';
import { countsOf } from './counts-of-plan.ts';
import { loadKnownBooked } from './load-known-rows.ts';
import { settlePendingRows, type SettlingTarget } from './settle-pending-rows.ts';

/** What a page did to the rows. */
export interface AppliedPage extends StoredCounts {
  /** Pending rows found to be booked. */
  readonly settled: number;
}

/** What the rows of a page are compared as: the answer without the bytes it came in. */
export type ReadWindow = Pick<AnsweredWindow, 'range' | 'rows' | 'rejectedRows'>;

/** Compares a window with the rows there are and changes them. Inside the caller's transaction; replay does the same. */
export function applyWindow(db: WritingDatabase, target: SettlingTarget, answer: ReadWindow): AppliedPage {
  const plan = planAnswer({
    known: loadKnownBooked(db, target.accountRef, answer.range, answer.rows),
    sent: answer.rows,
    asked: windowDays(answer.range),
    space: '',
    isWhole: answer.rejectedRows === 0,
  });
  applyPlan(db, plan, { ...target, status: 'booked', removedReason: 'gone-from-window' });
  const settled = settlePendingRows(db, target).length;
  return { ...countsOf(plan), settled };
}
