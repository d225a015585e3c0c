import type { Migration } from './migration.ts';

/** How a pending row was before the user decided about it: what taking the decision back puts there again. */
export const decisionsTakenBack: Migration = {
  version: 20,
  sql: `
    -- decision-before.ts; NULL: decided by a Passbook that did not keep it
    ALTER TABLE settlement_verdicts ADD COLUMN before_json TEXT;
  `,
};
