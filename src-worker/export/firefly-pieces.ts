import { stringify } from 'csv-stringify/sync';
import { formatMinor } from '#shared/money.ts';
import { accountKey, categoryOf, type ExportRow, type ExportSource, memoOf, payeeOf } from './export-row.ts';
import { inChunks } from './in-chunks.ts';

/**
 * CSV for Firefly III's data importer. The headings are its own names for a column's role (docs.firefly-iii.org, "Data
 * importer", CSV roles), so that mapping them is reading them. `external-id` is what it recognises a row by.
 */
export function* fireflyPieces(source: ExportSource): Generator<string> {
  yield stringify([
    [
      'date_transaction',
      'amount',
      'currency-code',
      'description',
      'account-name',
      'opposing-name',
      'category-name',
      'external-id',
      'note',
    ],
  ]);
  const names = new Map(source.accounts.map((each) => [accountKey(each), each.display_name]));
  const booked = function* (): Generator<ExportRow> {
    for (const row of source.rows()) if (row.status === 'booked') yield row;
  };
  for (const chunk of inChunks(booked())) {
    yield stringify(
      chunk.map((row) => [
        row.date,
        formatMinor({ amountMinor: row.amount_minor, currency: row.currency }),
        row.currency,
        memoOf(row) || payeeOf(row),
        names.get(accountKey(row)) ?? row.account_id,
        payeeOf(row),
        categoryOf(row),
        `passbook-${String(row.id)}`,
        row.note ?? '',
      ]),
    );
  }
}
