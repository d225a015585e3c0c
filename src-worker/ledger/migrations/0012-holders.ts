import type { Migration } from './migration.ts';

/**
 * Whose consent a connection is: two people at one bank have two connections that look alike. The name alone of what
 * `/info` gives; addresses, e-mail and telephone are not kept (docs/decisions/0012).
 */
export const holders: Migration = {
  version: 12,
  sql: `
    CREATE TABLE holders (
      connection_ref INTEGER PRIMARY KEY REFERENCES connections (ref) ON DELETE CASCADE,
      full_name TEXT NOT NULL,
      asked_at TEXT NOT NULL
    ) STRICT;

    CREATE VIEW holders_v1 AS
      SELECT c.id AS connection_id, h.full_name, h.asked_at
      FROM holders h
      JOIN connections c ON c.ref = h.connection_ref;
  `,
};
