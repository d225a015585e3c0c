import { withoutControls } from './without-controls.ts';

/** One column of a table. */
export interface Column<Row> {
  readonly title: string;
  readonly cell: (row: Row) => string;
  /** Numbers stand under each other by their last digit. */
  readonly align?: 'left' | 'right';
  /** Gives up width first when the terminal is narrow; at most one column should. */
  readonly shrinks?: boolean;
}

const gap = '  ';
const narrowestShrunk = 8;

/**
 * A table as lines that fit `width` characters: the shrinking column is cut with an ellipsis. A pipe has no width;
 * pass `Infinity`, and nothing is cut.
 */
export function tableLines<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  width: number,
): readonly string[] {
  const cells = rows.map((row) => columns.map((column) => withoutControls(column.cell(row))));
  const widths = columns.map((column, index) =>
    Math.max(column.title.length, ...cells.map((row) => widthOf(row[index] ?? ''))),
  );
  const total = widths.reduce((sum, each) => sum + each, 0) + gap.length * (columns.length - 1);
  const shrinking = columns.findIndex((column) => column.shrinks === true);
  if (shrinking >= 0 && total > width) {
    const wanted = (widths[shrinking] ?? 0) - (total - width);
    widths[shrinking] = Math.max(narrowestShrunk, wanted);
  }
  const lineOf = (texts: readonly string[]): string =>
    texts
      .map((text, index) => fitted(text, widths[index] ?? 0, columns[index]?.align ?? 'left'))
      .join(gap)
      .trimEnd();
  return [lineOf(columns.map((column) => column.title)), ...cells.map(lineOf)];
}

/** Cuts to `width` characters, the last of them an ellipsis when something is missing. */
export function cut(text: string, width: number): string {
  const characters = [...text];
  if (characters.length <= width) return text;
  return width < 1 ? '' : `${characters.slice(0, width - 1).join('')}…`;
}

function fitted(text: string, width: number, align: 'left' | 'right'): string {
  const shown = cut(text, width);
  const blanks = ' '.repeat(Math.max(0, width - widthOf(shown)));
  return align === 'right' ? blanks + shown : shown + blanks;
}

const widthOf = (text: string): number => [...text].length;
