import type { ExportFormat } from '#shared/export.ts';
import { plural } from '#shared/words/count-of.ts';
import { countOf, countText } from '../format/count-text.ts';

/** Every sentence of the Export page. */
export const exportWords = {
  title: 'Export',
  under: 'Your transactions as a file for another program. The ledger itself stays as it is.',
  format: 'Format',
  formats: {
    csv: ['CSV', 'Every column, for a spreadsheet'],
    json: ['JSON', 'Every field, for a script'],
    ofx: ['OFX', 'Most finance programs: GnuCash, KMyMoney, HomeBank, MoneyMoney'],
    qif: ['QIF', 'Older finance programs'],
    beancount: ['Beancount', 'Plain-text accounting'],
    ledger: ['Ledger, hledger', 'Plain-text accounting'],
    actual: ['Actual Budget', 'CSV of one account'],
    ynab: ['YNAB', 'CSV of one account'],
    firefly: ['Firefly III', "CSV for its data importer, with that importer's column names"],
  } satisfies Readonly<Record<ExportFormat, readonly [name: string, what: string]>>,
  accounts: 'Accounts',
  allAccounts: 'All accounts',
  days: 'Days',
  from: 'First day',
  to: 'Last day',
  daysHint: 'Both are included. Leave one empty for no limit.',
  daysReversed: 'The first day is after the last one.',
  preview: 'Preview',
  previewRest: 'The file goes on.',
  previewBusy: 'Preparing the preview',
  save: 'Save as…',
  saving: 'Writing',
  rowsInFile: (rows: number): string => countOf(rows, 'transaction'),
  pendingLeftOut: (pending: number): string =>
    `${countOf(pending, 'pending transaction is', 'pending transactions are')} left out: once booked, the other program would take ${plural(pending, { one: 'it for another one', other: 'them for others' })}.`,
  written: (rows: number, of: number): string =>
    `${countText(Math.min(rows, of))} of ${countOf(of, 'transaction')}`,
  saved: (rows: number, fileName: string): string => `${countOf(rows, 'transaction')} saved as ${fileName}.`,
  reveal: 'Show the file',
} as const;
