import { assertNever } from '#shared/assert-never.ts';
import type { ExportFormat } from '#shared/export.ts';
import { beancountPieces } from './beancount-pieces.ts';
import { actualPieces, ynabPieces } from './budget-csv-pieces.ts';
import { csvPieces } from './csv-pieces.ts';
import type { ExportSource } from './export-row.ts';
import { fireflyPieces } from './firefly-pieces.ts';
import { jsonPieces } from './json-pieces.ts';
import { ledgerPieces } from './ledger-pieces.ts';
import { ofxPieces } from './ofx-pieces.ts';
import { qifPieces } from './qif-pieces.ts';

/** The file of a format, piece by piece: however many rows there are, about a thousand are in memory. */
export function exportPieces(format: ExportFormat, source: ExportSource): Iterable<string> {
  switch (format) {
    case 'csv':
      return csvPieces(source.rows());
    case 'json':
      return jsonPieces(source.rows());
    case 'ofx':
      return ofxPieces(source);
    case 'qif':
      return qifPieces(source);
    case 'beancount':
      return beancountPieces(source);
    case 'ledger':
      return ledgerPieces(source);
    case 'actual':
      return actualPieces(source);
    case 'ynab':
      return ynabPieces(source);
    case 'firefly':
      return fireflyPieces(source);
    default:
      return assertNever(format);
  }
}

/**
 * These say which rows are pending. The others leave them out: an importer would take the booked row for another one,
 * since its amount, its day or its text may be.
 */
export const tellsPending = (format: ExportFormat): boolean =>
  format === 'csv' || format === 'json' || format === 'beancount' || format === 'ledger';
