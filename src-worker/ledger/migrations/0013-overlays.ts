import type { Migration } from './migration.ts';

/** `NEW.`/`OLD.` columns of a trigger, or a literal: the row whose shown overlay is made anew. */
const showAnew = (ref: string): string => `
  DELETE FROM shown_overlays WHERE transaction_ref = ${ref};
  INSERT INTO shown_overlays (transaction_ref, note, own_category, is_flipped, is_hidden)
    SELECT t.ref, nullif(coalesce(said.note, was.note, ''), ''),
           nullif(coalesce(said.own_category, was.own_category, ''), ''),
           coalesce(said.is_flipped, iif(p.became_confidence = 'doubtful', NULL, was.is_flipped), 0),
           coalesce(said.is_hidden, iif(p.became_confidence = 'doubtful', NULL, was.is_hidden), 0)
    FROM transactions t
    LEFT JOIN overlays said ON said.transaction_ref = t.ref
    LEFT JOIN transactions p ON p.ref = (
      SELECT q.ref FROM transactions q JOIN overlays o ON o.transaction_ref = q.ref
      WHERE q.became_ref = t.ref ORDER BY q.ref DESC LIMIT 1)
    LEFT JOIN overlays was ON was.transaction_ref = p.ref
    WHERE t.ref = ${ref} AND (said.transaction_ref IS NOT NULL OR was.transaction_ref IS NOT NULL);`;

/** What is said about a row shows on it, and on the booked row it became. */
const whenSaid = (event: string, row: 'NEW' | 'OLD'): string => `
  CREATE TRIGGER overlays_${event.toLowerCase()} AFTER ${event} ON overlays
  BEGIN
    ${showAnew(`${row}.transaction_ref`)}
    ${showAnew(`(SELECT became_ref FROM transactions WHERE ref = ${row}.transaction_ref)`)}
  END;`;

/**
 * What the user says about transactions. `overlays` is what was said, by the row it was said about, and nothing but the
 * user (and forgetting a connection) writes it: that is why a row with an overlay cannot be deleted (no cascade).
 * `shown_overlays` is what follows from it: a booked row shows what was said about the pending row it was, as long as
 * that link holds, where nothing was said about itself. It is derived, by triggers, because links are made and undone in
 * several places. A doubtful link changes no total, so it carries note and category only.
 */
export const overlays: Migration = {
  version: 13,
  sql: `
    CREATE TABLE overlays (
      transaction_ref INTEGER PRIMARY KEY REFERENCES transactions (ref),
      -- NULL: nothing said; '': said that there is none
      note TEXT,
      own_category TEXT,
      is_flipped INTEGER CHECK (is_flipped IN (0, 1)),
      is_hidden INTEGER CHECK (is_hidden IN (0, 1)),
      created_at TEXT NOT NULL,
      updated_at TEXT NOT NULL
    ) STRICT;

    CREATE TABLE shown_overlays (
      transaction_ref INTEGER PRIMARY KEY REFERENCES transactions (ref) ON DELETE CASCADE,
      note TEXT,
      own_category TEXT,
      is_flipped INTEGER NOT NULL,
      is_hidden INTEGER NOT NULL
    ) STRICT;

    ${whenSaid('INSERT', 'NEW')}
    ${whenSaid('UPDATE', 'NEW')}
    ${whenSaid('DELETE', 'OLD')}
    CREATE TRIGGER overlays_follow_links AFTER UPDATE OF became_ref, became_confidence ON transactions
    WHEN (OLD.became_ref IS NOT NEW.became_ref OR OLD.became_confidence IS NOT NEW.became_confidence)
      AND EXISTS (SELECT 1 FROM overlays WHERE transaction_ref = NEW.ref)
    BEGIN
      ${showAnew('OLD.became_ref')}
      ${showAnew('NEW.became_ref')}
    END;

    DROP VIEW transactions_v1;
    CREATE VIEW transactions_v1 AS
      SELECT t.ref AS id, c.id AS connection_id, a.account_id, t.date, t.timestamp_utc,
             iif(o.is_flipped = 1, -t.amount_minor, t.amount_minor) AS amount_minor, t.currency,
             t.description, t.merchant, t.category, t.status, t.normalised_id, t.provider_id, t.first_seen_at,
             t.updated_at, o.note, o.own_category
      FROM transactions t
      JOIN accounts a ON a.ref = t.account_ref
      JOIN connections c ON c.ref = a.connection_ref
      LEFT JOIN shown_overlays o ON o.transaction_ref = t.ref
      WHERE t.removed_at IS NULL AND o.is_hidden IS NOT 1;
  `,
};
