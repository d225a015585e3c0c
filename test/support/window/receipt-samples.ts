import type { JobReceipt, ReceiptEntry } from '#shared/job-receipt.ts';
import type { JobTimeline } from '#shared/job-timeline.ts';
import type { UndoReport } from '#shared/restatement.ts';

const entry = (changes: Partial<ReceiptEntry>): ReceiptEntry => ({
  id: 1,
  connectionId: 'c1',
  accountId: 'a1',
  displayName: 'Santander Current Account',
  kind: 'transactions',
  from: '2026-10-25',
  to: '2026-11-23',
  at: '2026-11-23T14:47:52.000Z',
  httpStatus: 200,
  reason: null,
  returned: 142,
  unreadable: 0,
  inserted: 130,
  duplicates: 11,
  changed: 1,
  removed: 2,
  settled: 3,
  ...changes,
});

/** A job of before receipts, or one that asked nothing. */
export const emptyReceipt: JobReceipt = {
  jobId: 'job-7',
  requestedBy: 'user',
  status: 'completed',
  startedAt: '2026-11-23T14:47:51.000Z',
  finishedAt: '2026-11-23T14:47:59.500Z',
  undoneAt: null,
  listed: 0,
  totals: {
    pages: 0,
    refusals: 0,
    returned: 0,
    unreadable: 0,
    inserted: 0,
    duplicates: 0,
    changed: 0,
    removed: 0,
    settled: 0,
  },
  entries: [],
};

/** Two pages, the pending set, and old days the bank keeps to itself. */
export const receiptSample: JobReceipt = {
  ...emptyReceipt,
  listed: 428,
  totals: {
    ...emptyReceipt.totals,
    pages: 3,
    refusals: 1,
    returned: 446,
    inserted: 430,
    duplicates: 12,
    changed: 4,
    removed: 2,
    settled: 3,
  },
  entries: [
    entry({
      kind: 'refused',
      from: '2020-11-24',
      to: '2026-08-25',
      httpStatus: null,
      reason: 'old-history-refused',
      returned: null,
      unreadable: null,
      inserted: 0,
      duplicates: null,
      changed: 0,
      removed: 0,
      settled: 0,
    }),
    entry({ id: 2 }),
    entry({
      id: 3,
      from: '2026-08-26',
      to: '2026-10-24',
      returned: 301,
      inserted: 298,
      duplicates: 0,
      changed: 3,
      removed: 0,
      settled: 0,
    }),
    entry({
      id: 4,
      kind: 'pending',
      from: null,
      to: null,
      returned: 3,
      inserted: 2,
      duplicates: 1,
      changed: 0,
      removed: 0,
      settled: 0,
    }),
  ],
};

/** Two accounts, one of which waits for its bank. */
export const timelineSample: JobTimeline = {
  elapsedMs: 8500,
  lanes: [
    { accountId: null, displayName: '' },
    { accountId: 'a1', displayName: 'Santander Current Account' },
    { accountId: 'a3', displayName: 'All in One Credit Card with a name that goes on and on' },
  ],
  spans: [
    { lane: 0, kind: 'api', cause: null, startMs: 0, durationMs: 640, count: 3, busyMs: 612 },
    { lane: 1, kind: 'api', cause: null, startMs: 660, durationMs: 900, count: 1, busyMs: 900 },
    { lane: 1, kind: 'database', cause: null, startMs: 1560, durationMs: 120, count: 1, busyMs: 120 },
    { lane: 2, kind: 'api', cause: null, startMs: 700, durationMs: 410, count: 1, busyMs: 410 },
    { lane: 2, kind: 'wait', cause: 'rate-limit', startMs: 1110, durationMs: 4000, count: 2, busyMs: 4000 },
    { lane: 2, kind: 'api', cause: null, startMs: 5110, durationMs: 3300, count: 9, busyMs: 2100 },
  ],
};

/** What taking that job back does. */
export const undoSample: UndoReport = {
  jobId: 'job-7',
  isApplied: false,
  accounts: [],
  totals: { added: 2, changed: 4, removed: 430, relinked: 3, refreshed: 0 },
  examples: [
    {
      id: 17,
      kind: 'removed',
      accountId: 'a1',
      status: 'booked',
      date: '2026-11-22',
      amountMinor: -420,
      currency: 'GBP',
      description: 'PRET A MANGER LONDON',
      fields: {},
    },
    {
      id: 9,
      kind: 'changed',
      accountId: 'a1',
      status: 'booked',
      date: '2026-11-20',
      amountMinor: -5200,
      currency: 'GBP',
      description: 'TESCO STORES 2264',
      fields: { amountMinor: [-5200, -5000] },
    },
  ],
  kept: 12,
  daysToAsk: 31,
};
