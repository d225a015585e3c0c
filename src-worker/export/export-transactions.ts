import type { ExportFormat } from '#shared/export.ts';
import type { Result } from '#shared/result.ts';
import { exportPieces } from './export-pieces.ts';
import type { ExportSource } from './export-row.ts';
import { writeWholeFile } from './whole-file.ts';

/** Streams what `source` has into `out`, which is written whole or not at all. */
export const exportTransactions = (source: ExportSource, format: ExportFormat, out: string): Result<null> =>
  writeWholeFile(out, exportPieces(format, source));
