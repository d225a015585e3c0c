import { stringify } from 'csv-stringify/sync';
import { formatMinor } from '#shared/money.ts';
import { categoryOf, type ExportRow, type ExportSource, memoOf, payeeOf } from './export-row.ts';
import { inChunks } from './in-chunks.ts';

const amountOf = (row: ExportRow): string =>
  formatMinor({ amountMinor: row.amount_minor, currency: row.currency });
const sizeOf = (row: ExportRow): string =>
  formatMinor({ amountMinor: Math.abs(row.amount_minor), currency: row.currency });

/** CSV for Actual Budget, whose import asks which column is which and finds these by their names. One account. */
export const actualPieces = (source: ExportSource): Generator<string> =>
  pieces(source, ['Date', 'Payee', 'Notes', 'Category', 'Amount'], (row) => [
    row.date,
    payeeOf(row),
    memoOf(row),
    categoryOf(row),
    amountOf(row),
  ]);

/** CSV for YNAB's file import (support.ynab.com, "Formatting a CSV File"): these five, in this order. One account. */
export const ynabPieces = (source: ExportSource): Generator<string> =>
  pieces(source, ['Date', 'Payee', 'Memo', 'Outflow', 'Inflow'], (row) => [
    row.date,
    payeeOf(row),
    memoOf(row),
    row.amount_minor < 0 ? sizeOf(row) : '',
    row.amount_minor < 0 ? '' : sizeOf(row),
  ]);

/** Booked rows only: a pending one would be imported again under its final amount. */
function* pieces(
  source: ExportSource,
  header: readonly string[],
  toRecord: (row: ExportRow) => readonly string[],
): Generator<string> {
  yield stringify([header]);
  for (const chunk of inChunks(source.rows())) {
    const booked = chunk.filter(({ status }) => status === 'booked');
    if (booked.length > 0) yield stringify(booked.map(toRecord));
  }
}
