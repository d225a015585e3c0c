import type { ListedTransaction, TransactionDetail } from '#shared/transaction-list.ts';

/** What the ledger knows of a sample row: one that the bank corrected once, found by two jobs. */
export const detailOf = (
  row: ListedTransaction,
  changes: Partial<TransactionDetail> = {},
): TransactionDetail => ({
  row,
  account_name: row.account_id === 'a3' ? 'All in One Credit Card' : 'Santander Current Account',
  provider_name: 'Santander',
  classification: ['Shopping', 'Groceries'],
  running_balance_minor: 184_327,
  meta_json: '{"bank_transaction_code":"PMNT-CCRD-POSD","counter_party_preferred_name":"Tesco"}',
  first_page: {
    page_id: 812,
    job_id: 'job-6',
    asked_at: '2026-11-22T09:00:01.000Z',
    from_day: '2026-11-08',
    to_day: '2026-11-22',
  },
  last_page: {
    page_id: 840,
    job_id: 'job-7',
    asked_at: '2026-11-23T14:47:52.000Z',
    from_day: '2026-11-09',
    to_day: '2026-11-23',
  },
  changes: [
    {
      kind: 'amended',
      reason: 'normalised-id',
      at: '2026-11-23T14:47:52.000Z',
      job_id: 'job-7',
      fields: {
        amountMinor: [row.amount_minor + 50, row.amount_minor],
        description: ['TESCO', row.description],
      },
      became_id: null,
      confidence: null,
    },
  ],
  was_pending_id: row.status === 'booked' ? row.id - 1 : null,
  removed_reason: null,
  ...changes,
});
