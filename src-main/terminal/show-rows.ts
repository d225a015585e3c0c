import type { CommandContext } from './command-context.ts';
import { tableLines, type Column } from './table.ts';

/**
 * Rows as a table, or with `--json` an object a row. `none`: what to say instead of an empty table.
 * A pipe gets whole cells: what reads it can cut for itself.
 */
export function showRows<Row extends object>(
  { screen }: Pick<CommandContext, 'screen'>,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  none: string,
): void {
  for (const row of rows) screen.record(row);
  if (screen.json) return;
  const width = screen.live ? screen.columns() : Infinity;
  for (const line of rows.length === 0 ? [none] : tableLines(columns, rows, width)) screen.say(line);
}
