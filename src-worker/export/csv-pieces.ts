import { stringify } from 'csv-stringify/sync';
import { harmlessCell } from '#shared/harmless-cell.ts';
import { formatMinor } from '#shared/money.ts';
import type { ExportRow } from './export-row.ts';
import { inChunks } from './in-chunks.ts';

/** What a spreadsheet user looks at first comes first. `amount` is decimal, `amount_minor` what the ledger holds. */
const columns = [
  'date',
  'amount',
  'currency',
  'description',
  'merchant',
  'category',
  'status',
  'account_id',
  'connection_id',
  'amount_minor',
  'timestamp_utc',
  'normalised_id',
  'provider_id',
  'id',
  'first_seen_at',
  'updated_at',
  'note',
  'own_category',
] as const;

/**
 * CSV by RFC 4180 with a header line, in pieces. Text that a spreadsheet would run as a formula gets an apostrophe
 * before it: whoever pays you by bank transfer writes the description.
 */
export function* csvPieces(rows: Iterable<ExportRow>): Generator<string> {
  yield stringify([columns]);
  for (const chunk of inChunks(rows)) yield stringify(chunk.map(toRecord));
}

function toRecord(row: ExportRow): readonly (string | number | null)[] {
  return columns.map((column) => {
    if (column === 'amount') return formatMinor({ amountMinor: row.amount_minor, currency: row.currency });
    const value = row[column];
    return typeof value === 'string' ? harmlessCell(value) : value;
  });
}
