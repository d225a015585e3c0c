import { failed, type Result } from '#shared/result.ts';
import { allMigrations } from '../ledger/migrations/all-migrations.ts';
import type { ReadingLedger } from '../ledger/open-ledger-read-only.ts';
import { schemaVersion } from '../ledger/schema-version.ts';
import { readLedger } from './reading-ledger.ts';

/** As `readLedger`. An older ledger that may only be read lacks what the question needs, and cannot get it. */
export const readPresentLedger = <T>(
  path: string,
  nowIso: string,
  question: (ledger: ReadingLedger) => Result<T>,
  whenMissing: Result<T>,
): Result<T> =>
  readLedger(
    path,
    nowIso,
    (ledger) =>
      schemaVersion(ledger.db) < (allMigrations.at(-1)?.version ?? 0)
        ? failed({ kind: 'ledger-not-writable', path })
        : question(ledger),
    whenMissing,
  );
