import type { ExportAccount, ExportRow } from '../../src-worker/export/export-row.ts';
import { exportAccount, exportRow } from './export-samples.ts';

/** What people and banks write into a description, and what some format takes for its own. */
const awkwardTexts = [
  'TESCO "EXTRA" & SONS <LONDON>',
  '; not a comment',
  'A | B ; C',
  '(REF 17) CAFÉ',
  '* starred',
  '! marked',
  '-12.50 looks like an amount',
  '=HYPERLINK("http://example.com")',
  '^ ends a record',
  'line one\r\nline two\ttab',
  'null\u0000inside',
  'half a pair \uD83D',
  '寿司屋 🍣',
  'مطعم',
  '#tag ^link key: value',
  '2026-01-01 * "x"',
  '    indented',
  `long ${'ß'.repeat(4000)}`,
  '',
  '\\ backslash \\n',
  ']]> <!-- -->',
  '{{ 5 GBP }} @ 2 EUR',
] as const;

/** Two accounts with one name, a card, and currencies with none and three decimal places. */
export const awkwardAccounts: readonly ExportAccount[] = [
  exportAccount(),
  exportAccount({ account_id: 'acc-2', balance_minor: null, balance_at: null }),
  exportAccount({ account_id: 'yen', display_name: '円口座 (main)', currency: 'JPY', balance_minor: 5000 }),
  exportAccount({ account_id: 'dinar', display_name: 'dinars: savings', currency: 'KWD' }),
  exportAccount({
    account_id: 'card',
    connection_id: 'c2',
    kind: 'card',
    display_name: 'Card; "gold"',
    provider_name: 'Monzo & Co',
    balance_minor: 4200,
  }),
];

/** Every text in every account, booked, some in a currency that is not the account's; and two pending rows each. */
export const awkwardRows: readonly ExportRow[] = awkwardAccounts
  .flatMap((account, at) => [
    ...awkwardTexts.map((description, index) =>
      exportRow({
        id: at * 100 + index,
        connection_id: account.connection_id,
        account_id: account.account_id,
        date: `2026-01-${String(index + 1).padStart(2, '0')}`,
        timestamp_utc: `2026-01-${String(index + 1).padStart(2, '0')}T00:00:00.000Z`,
        amount_minor: index % 4 === 0 ? 123_456 + index : -(index * 7919 + at),
        currency: index === 5 ? 'EUR' : account.currency,
        description,
        merchant: index % 3 === 0 ? description.slice(0, 12) : null,
        category: index % 2 === 0 ? 'DIRECT_DEBIT' : 'UNKNOWN',
        own_category: index % 5 === 0 ? `Food & drink: ${description.slice(0, 20)}` : null,
        note: index === 14 ? `note ${'ü'.repeat(3990)}` : index % 7 === 0 ? `note ${description}` : null,
      }),
    ),
    ...[-500, 700].map((amount, index) =>
      exportRow({
        id: at * 100 + 90 + index,
        connection_id: account.connection_id,
        account_id: account.account_id,
        date: '2026-01-30',
        timestamp_utc: '2026-01-30T00:00:00.000Z',
        amount_minor: amount,
        currency: account.currency,
        status: 'pending',
      }),
    ),
  ])
  .toSorted((a, b) => a.timestamp_utc.localeCompare(b.timestamp_utc) || a.id - b.id);
