import type { ExportPreview } from '#shared/export.ts';
import { exportPieces } from '../../../src-worker/export/export-pieces.ts';
import { exportRow, exportSource } from '../export-samples.ts';

/** A preview as the ledger's thread gives it. */
export const exportPreviewSample: ExportPreview = {
  text: [
    ...exportPieces(
      'csv',
      exportSource(
        Array.from({ length: 20 }, (_, index) =>
          exportRow({ id: index + 1, amount_minor: -((index * 791) % 9000) - 120 }),
        ),
      ),
    ),
  ].join(''),
  isWhole: false,
  rows: 1204,
  pendingLeftOut: 0,
};
