import type { Migration } from './migration.ts';

/**
 * How sure it is what became of a pending row, and what the user said about it. The links of older ledgers were all
 * made by a shared id. `CHECK`s of an added column hold for the whole row: what became a booked row is never counted.
 */
export const settling: Migration = {
  version: 9,
  sql: `
    -- the last answer of the pending endpoint that held the row
    ALTER TABLE transactions ADD COLUMN pending_page_ref INTEGER REFERENCES raw_pages (ref);
    ALTER TABLE transactions ADD COLUMN became_confidence TEXT
      CHECK (became_confidence IS NULL OR (became_ref IS NOT NULL AND removed_at IS NOT NULL));
    ALTER TABLE transactions ADD COLUMN became_reason TEXT;
    -- 1: linked by a window, and no answer of the pending endpoint has said since that it is gone
    ALTER TABLE transactions ADD COLUMN is_tentative INTEGER NOT NULL DEFAULT 0
      CHECK (is_tentative = 0 OR became_ref IS NOT NULL);
    UPDATE transactions SET became_confidence = 'certain', became_reason = 'same-id' WHERE became_ref IS NOT NULL;

    CREATE INDEX transactions_gone_pending ON transactions (account_ref, removed_at)
      WHERE status = 'pending' AND removed_at IS NOT NULL;
    CREATE INDEX transactions_tentative ON transactions (account_ref) WHERE is_tentative = 1;
    CREATE INDEX transactions_doubtful ON transactions (account_ref) WHERE became_confidence = 'doubtful';

    CREATE TABLE settlement_verdicts (
      pending_ref INTEGER NOT NULL REFERENCES transactions (ref) ON DELETE CASCADE,
      booked_ref INTEGER NOT NULL REFERENCES transactions (ref) ON DELETE CASCADE,
      verdict TEXT NOT NULL CHECK (verdict IN ('confirmed', 'undone')),
      decided_at TEXT NOT NULL,
      PRIMARY KEY (pending_ref, booked_ref)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX settlement_verdicts_by_booked ON settlement_verdicts (booked_ref);
  `,
};
