import { harmlessCell } from '#shared/harmless-cell.ts';
import { formatMinor } from '#shared/money.ts';
import type { ListedTransaction } from '#shared/transaction-list.ts';
import { shownCategory } from '../format/category-text.ts';
import { cellWords as words } from '../words/words.ts';

/**
 * Rows for the clipboard as spreadsheets take them: a heading, cells with tabs between. Amounts are plain decimals,
 * which every locale's spreadsheet reads; what would run as a formula is made text, since whoever pays you writes it.
 */
export function rowsAsCells(
  rows: readonly ListedTransaction[],
  accountNames: ReadonlyMap<string, string>,
): string {
  const heading = [
    words.date,
    words.description,
    words.merchant,
    words.account,
    words.category,
    words.amount,
    words.currency,
    words.status,
    words.note,
  ];
  const lines = rows.map((row) => [
    row.date,
    textCell(row.description),
    textCell(row.merchant ?? ''),
    textCell(accountNames.get(row.account_id) ?? row.account_id),
    textCell(shownCategory(row)),
    formatMinor({ amountMinor: row.amount_minor, currency: row.currency }),
    row.currency,
    words[row.status],
    textCell(row.note ?? ''),
  ]);
  return [heading, ...lines].map((cells) => cells.join('\t')).join('\n') + '\n';
}

/** One line, harmless, and quoted where a lone quote would swallow the cells after it. */
function textCell(text: string): string {
  const cell = harmlessCell(text.replaceAll(/[\t\r\n]+/g, ' '));
  return cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : cell;
}
