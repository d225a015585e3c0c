import type { ExportFormat } from '#shared/export.ts';
import { exportPieces } from './export-pieces.ts';
import type { ExportSource } from './export-row.ts';

/** A screenful and a bit. */
const previewLines = 60;

/** The beginning of what the file would hold, in whole lines. */
export function previewExport(
  source: ExportSource,
  format: ExportFormat,
): { readonly text: string; readonly isWhole: boolean } {
  const lines: string[] = [];
  let rest = '';
  for (const piece of exportPieces(format, source)) {
    const parts = (rest + piece).split('\n');
    rest = parts.pop() ?? '';
    lines.push(...parts);
    if (lines.length > previewLines) return { text: lines.slice(0, previewLines).join('\n'), isWhole: false };
  }
  if (rest !== '') lines.push(rest);
  return { text: lines.join('\n'), isWhole: true };
}
