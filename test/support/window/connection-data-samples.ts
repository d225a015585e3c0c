import type { ConnectionData } from '#shared/connection-data.ts';
import type { Forgotten } from '#shared/ipc/connection-data-calls.ts';

/** What a bank has in the ledger after some years. */
export const connectionDataSample: ConnectionData = {
  accounts: ['Santander Current Account', 'Santander Savings'],
  transactions: 12_480,
  notCounted: 37,
  firstDay: '2019-02-04',
  lastDay: '2026-11-22',
  annotated: 12,
  pages: 318,
  pageBytes: 2_412_345,
};

/** What deleting it comes to. */
export const forgottenSample: Forgotten = {
  transactions: 12_480,
  consentEnded: false,
  backup: {
    fileName: 'before-forget-2026-11-23T15-00-00-000Z.sqlite',
    reason: 'before-forget',
    madeAt: '2026-11-23T15:00:00.000Z',
    bytes: 8_400_000,
  },
};
