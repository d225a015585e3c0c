import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder for one bench, gone afterwards. */
export interface BenchFolder {
  /** A path that nothing has used before. */
  readonly freshPath: () => string;
  /** Deletes a ledger and what SQLite keeps beside it, so that a long bench does not fill the disk. */
  readonly drop: (ledgerPath: string) => void;
  readonly close: () => void;
}

/** In the system's temporary folder. */
export function openBenchFolder(): BenchFolder {
  const folder = mkdtempSync(join(tmpdir(), 'passbook-bench-'));
  let serial = 0;
  return {
    freshPath: () => {
      serial += 1;
      return join(folder, `${serial}.sqlite`);
    },
    drop: (ledgerPath) => {
      for (const end of ['', '-wal', '-shm']) rmSync(ledgerPath + end, { force: true });
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}
