import type { Migration } from './migration.ts';

/** When a job's owner was started: after a restart, above all of a container, another process may have its number. */
export const jobOwnerStart: Migration = {
  version: 19,
  sql: `
    -- as the machine tells it, compared as text; NULL: it could not tell
    ALTER TABLE jobs ADD COLUMN owner_start TEXT;
  `,
};
