import { formatMinor } from '#shared/money.ts';
import type { ExportRow } from './export-row.ts';
import { inChunks } from './in-chunks.ts';

/**
 * One JSON array, a row a line: whole for `JSON.parse`, and readable by tools that work line by line. Rows as in
 * `transactions_v1`, and `amount` as decimal text, which no reader can round.
 */
export function* jsonPieces(rows: Iterable<ExportRow>): Generator<string> {
  let separator = '[\n';
  for (const chunk of inChunks(rows)) {
    yield separator + chunk.map(toLine).join(',\n');
    separator = ',\n';
  }
  yield separator === '[\n' ? '[]\n' : '\n]\n';
}

const toLine = (row: ExportRow): string =>
  JSON.stringify({
    ...row,
    amount: formatMinor({ amountMinor: row.amount_minor, currency: row.currency }),
  });
