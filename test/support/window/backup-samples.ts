import type { BackupCheck, BackupFile } from '#shared/backups.ts';

/** A copy that can be put back, and a damaged ledger that was set aside. */
export const backupSamples: readonly BackupFile[] = [
  { fileName: 'manual-1.sqlite', reason: 'manual', madeAt: '2026-11-22T10:00:00.000Z', bytes: 48_200_000 },
  { fileName: 'damaged-2.sqlite', reason: 'damaged', madeAt: '2026-11-01T10:00:00.000Z', bytes: 1_200_000 },
];

/** What a look into the first of them finds. */
export const backupCheckSample: BackupCheck = {
  problems: [],
  transactions: 450,
  newestDay: '2026-11-22',
  schemaVersion: 15,
};
