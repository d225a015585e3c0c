import type { StoredCounts } from '../../engine/account-ledger.ts';
import type { AnswerPlan } from '../../identity/plan-answer.ts';

/** A row that came back counts as updated: the ledger had it, and it was not unchanged. */
export const countsOf = (plan: AnswerPlan): StoredCounts => ({
  inserted: plan.insert.length,
  duplicates: plan.duplicates,
  updated: plan.amend.length + plan.revive.length,
  removed: plan.remove.length,
});
