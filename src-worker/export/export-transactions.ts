import { assertNever } from '#shared/assert-never.ts';
import type { TransactionRow } from '#shared/ledger-views.ts';
import { type Result, succeeded } from '#shared/result.ts';
import { csvPieces } from './csv-pieces.ts';
import { jsonPieces } from './json-pieces.ts';
import { writeWholeFile } from './whole-file.ts';

/** @see exportTransactions */
export type ExportFormat = 'csv' | 'json';

/** Streams `rows` into `out`; however many there are, about a thousand are in memory. */
export function exportTransactions(
  rows: Iterable<TransactionRow>,
  format: ExportFormat,
  out: string,
): Result<{ readonly rows: number }> {
  let count = 0;
  function* counted(): Generator<TransactionRow> {
    for (const row of rows) {
      count += 1;
      yield row;
    }
  }
  const written = writeWholeFile(out, piecesOf(format, counted()));
  return written.ok ? succeeded({ rows: count }) : written;
}

function piecesOf(format: ExportFormat, rows: Iterable<TransactionRow>): Iterable<string> {
  switch (format) {
    case 'csv':
      return csvPieces(rows);
    case 'json':
      return jsonPieces(rows);
    default:
      return assertNever(format);
  }
}
