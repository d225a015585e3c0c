import type { ExportAccount, ExportRow, ExportSource } from '../../src-worker/export/export-row.ts';

/** A row as an export sees it. */
export const exportRow = (wish: Partial<ExportRow> = {}): ExportRow => ({
  id: 1,
  connection_id: 'c1',
  account_id: 'acc',
  date: '2026-01-05',
  timestamp_utc: '2026-01-05T00:00:00.000Z',
  amount_minor: -420,
  currency: 'GBP',
  description: 'CORNER SHOP',
  merchant: null,
  category: 'PURCHASE',
  status: 'booked',
  normalised_id: null,
  provider_id: null,
  first_seen_at: '2026-01-06T00:00:00.000Z',
  updated_at: '2026-01-06T00:00:00.000Z',
  note: null,
  own_category: null,
  ...wish,
});

/** An account as an export sees it. */
export const exportAccount = (wish: Partial<ExportAccount> = {}): ExportAccount => ({
  account_id: 'acc',
  connection_id: 'c1',
  kind: 'account',
  display_name: 'Current Account',
  currency: 'GBP',
  balance_minor: 120_050,
  available_minor: null,
  balance_at: '2026-01-31T09:30:00.000Z',
  provider_name: 'Santander',
  ...wish,
});

/** Rows of these accounts, as the ledger would hand them out. */
export function exportSource(
  rows: Iterable<ExportRow>,
  accounts: readonly ExportAccount[] = [exportAccount()],
): ExportSource {
  return {
    accounts,
    nowIso: '2026-02-01T12:00:00.000Z',
    *rows(account) {
      for (const row of rows) {
        if (account === undefined || row.account_id === account.account_id) yield row;
      }
    },
    currencies: (account) => [
      ...new Set([
        account.currency,
        ...[...rows].filter((row) => row.account_id === account.account_id).map((row) => row.currency),
      ]),
    ],
  };
}
