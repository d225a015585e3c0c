import type { Migration } from './migration.ts';

/** Not `INSERT OR IGNORE`: in a trigger the outer statement's way with conflicts goes first. */
const stale = (account: string, date: string): string => `
  INSERT INTO sums_stale (account_ref, month) SELECT ${account}, substr(${date}, 1, 7)
    WHERE NOT EXISTS (SELECT 1 FROM sums_stale WHERE account_ref = ${account} AND month = substr(${date}, 1, 7));`;

const staleRow = (ref: string): string => `
  INSERT INTO sums_stale (account_ref, month) SELECT t.account_ref, substr(t.date, 1, 7) FROM transactions t
    WHERE t.ref = ${ref} AND NOT EXISTS (
      SELECT 1 FROM sums_stale s WHERE s.account_ref = t.account_ref AND s.month = substr(t.date, 1, 7));`;

/** What a sum, or anything else made of an account's rows, rests on. */
const summed = [
  'account_ref',
  'status',
  'date',
  'timestamp_utc',
  'amount_minor',
  'currency',
  'description',
  'merchant',
  'category',
  'classification_json',
  'running_balance_minor',
  'first_page_ref',
  'removed_at',
];

/**
 * Sums of the rows, made anew month by month of an account: nothing is added or taken away, so a sum is what the plain
 * query gives, or its month is in `sums_stale` and nobody uses it. Triggers note the months that change; new rows are those
 * behind `sums_until`, so that a sync's inserts pay nothing. Whoever asks brings the sums up to date, or reads the rows
 * of stale months instead. All tables here can be emptied at any time (`sums_until` set to 0)
 * without losing a thing, and what they hold of an account goes with it.
 */
export const sums: Migration = {
  version: 21,
  sql: `
    CREATE TABLE sums_until (only_row INTEGER PRIMARY KEY CHECK (only_row = 1), ref INTEGER NOT NULL) STRICT;
    INSERT INTO sums_until (only_row, ref) VALUES (1, 0);
    CREATE TABLE sums_stale (
      account_ref INTEGER NOT NULL REFERENCES accounts (ref) ON DELETE CASCADE,
      month TEXT NOT NULL,
      PRIMARY KEY (account_ref, month)
    ) STRICT, WITHOUT ROWID;

    -- the months that are summed up: days of their first and last live rows
    CREATE TABLE sums_months (
      account_ref INTEGER NOT NULL REFERENCES accounts (ref) ON DELETE CASCADE,
      month TEXT NOT NULL,
      min_day TEXT NOT NULL,
      max_day TEXT NOT NULL,
      -- when the youngest page that brought a row was asked for, and whether anything ever happened to one
      newest_asked_at TEXT NOT NULL,
      has_changed INTEGER NOT NULL CHECK (has_changed IN (0, 1)),
      PRIMARY KEY (account_ref, month)
    ) STRICT, WITHOUT ROWID;
    -- booked rows as the bank sent them; closing: the running balance of a day's only row
    CREATE TABLE sums_by_day (
      account_ref INTEGER NOT NULL REFERENCES accounts (ref) ON DELETE CASCADE,
      date TEXT NOT NULL,
      currency TEXT NOT NULL,
      live INTEGER NOT NULL,
      removed INTEGER NOT NULL,
      booked INTEGER NOT NULL,
      booked_minor INTEGER NOT NULL,
      closing_minor INTEGER,
      PRIMARY KEY (account_ref, date, currency)
    ) STRICT, WITHOUT ROWID;
    -- live rows as the bank sent them
    CREATE TABLE sums_by_category (
      ref INTEGER PRIMARY KEY,
      account_ref INTEGER NOT NULL REFERENCES accounts (ref) ON DELETE CASCADE,
      month TEXT NOT NULL,
      currency TEXT NOT NULL,
      category TEXT NOT NULL,
      classification_json TEXT NOT NULL,
      in_minor INTEGER NOT NULL,
      in_count INTEGER NOT NULL,
      out_minor INTEGER NOT NULL,
      out_count INTEGER NOT NULL,
      count INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX sums_by_category_of_month ON sums_by_category (account_ref, month);
    CREATE TABLE sums_by_name (
      ref INTEGER PRIMARY KEY,
      account_ref INTEGER NOT NULL REFERENCES accounts (ref) ON DELETE CASCADE,
      month TEXT NOT NULL,
      currency TEXT NOT NULL,
      name TEXT NOT NULL,
      is_text INTEGER NOT NULL CHECK (is_text IN (0, 1)),
      in_minor INTEGER NOT NULL,
      in_count INTEGER NOT NULL,
      out_minor INTEGER NOT NULL,
      out_count INTEGER NOT NULL,
      count INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX sums_by_name_of_month ON sums_by_name (account_ref, month);

    -- larger each time a month of the account was summed up anew; what was worked out of its rows is kept with it
    CREATE TABLE sums_editions (
      account_ref INTEGER PRIMARY KEY REFERENCES accounts (ref) ON DELETE CASCADE,
      edition INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE sums_kept (
      account_ref INTEGER NOT NULL REFERENCES accounts (ref) ON DELETE CASCADE,
      what TEXT NOT NULL,
      -- everything it rests on
      rests_on TEXT NOT NULL,
      value_json TEXT NOT NULL,
      PRIMARY KEY (account_ref, what)
    ) STRICT;

    CREATE TRIGGER sums_of_changed_row AFTER UPDATE OF ${summed.join(', ')} ON transactions
    WHEN ${summed.map((column) => `OLD.${column} IS NOT NEW.${column}`).join(' OR ')}
    BEGIN
      ${stale('OLD.account_ref', 'OLD.date')}
      ${stale('NEW.account_ref', 'NEW.date')}
    END;
    -- numbers of deleted rows are given out again
    CREATE TRIGGER sums_of_deleted_row AFTER DELETE ON transactions
    BEGIN
      ${stale('OLD.account_ref', 'OLD.date')}
      UPDATE sums_until SET ref = (SELECT coalesce(max(ref), 0) FROM transactions)
        WHERE ref > (SELECT coalesce(max(ref), 0) FROM transactions);
    END;
    CREATE TRIGGER sums_of_overlay AFTER INSERT ON shown_overlays
    BEGIN
      ${staleRow('NEW.transaction_ref')}
    END;
    CREATE TRIGGER sums_without_overlay AFTER DELETE ON shown_overlays
    BEGIN
      ${staleRow('OLD.transaction_ref')}
    END;
    CREATE TRIGGER sums_of_history AFTER INSERT ON transaction_changes
    BEGIN
      ${staleRow('NEW.transaction_ref')}
    END;
  `,
};
