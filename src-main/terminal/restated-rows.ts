import type { ReplayReport, RestatedRow } from '#shared/restatement.ts';
import { moneyText } from './money-text.ts';
import type { Screen } from './screen.ts';
import { tableLines, type Column } from './table.ts';

const columns: readonly Column<RestatedRow>[] = [
  { title: '', cell: (row) => marks[row.kind] },
  { title: 'Date', cell: (row) => row.date },
  { title: 'Amount', cell: (row) => moneyText(row.amountMinor, row.currency), align: 'right' },
  { title: 'Description', cell: (row) => row.description, shrinks: true },
  { title: 'Instead', cell: instead },
];

const marks: Readonly<Record<RestatedRow['kind'], string>> = {
  added: '+',
  changed: '~',
  removed: '-',
  relinked: '>',
};

/** Some of the rows that would be changed, newest first. */
export function sayExamples(
  screen: Screen,
  { examples, totals }: Pick<ReplayReport, 'examples' | 'totals'>,
): void {
  if (examples.length === 0) return;
  for (const line of tableLines(columns, examples, screen.live ? screen.columns() : Infinity))
    screen.say(line);
  const more = totals.added + totals.changed + totals.removed + totals.relinked - examples.length;
  if (more > 0) screen.say(`and ${String(more)} more.`);
}

/** What a changed row would say, field by field. */
function instead({ fields, currency }: RestatedRow): string {
  return Object.entries(fields)
    .map(([field, [, wanted]]) =>
      field === 'amountMinor' && typeof wanted === 'number'
        ? `amount: ${moneyText(wanted, currency)}`
        : `${field}: ${String(wanted)}`,
    )
    .join(', ');
}
