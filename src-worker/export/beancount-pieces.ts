import { formatMinor } from '#shared/money.ts';
import { accountNames, otherSide } from './accounting-names.ts';
import {
  accountKey,
  categoryOf,
  type ExportRow,
  type ExportSource,
  memoOf,
  oneLine,
  payeeOf,
} from './export-row.ts';

/**
 * A journal for Beancount (beancount.github.io, "Language Syntax"). Both sides of a row: the bank account and its
 * category. Pending rows have the flag `!`, as anything one should look at again.
 */
export function* beancountPieces(source: ExportSource): Generator<string> {
  yield `;; Written by Passbook, ${source.nowIso}\noption "title" "Passbook"\n\n`;
  const names = accountNames(source.accounts, namePart);
  const opened = new Set<string>();
  let firstDay: string | null = null;
  for (const row of source.rows()) {
    firstDay ??= row.date;
    const account = names.get(accountKey(row)) ?? `Assets:Other:${namePart(row.account_id)}`;
    const other = otherSide(row, namePart);
    for (const name of [account, other]) {
      if (opened.has(name)) continue;
      opened.add(name);
      yield `${firstDay} open ${name}\n`;
    }
    yield entry(row, account, other);
  }
}

function entry(row: ExportRow, account: string, other: string): string {
  const amount = (minor: number): string =>
    `${formatMinor({ amountMinor: minor, currency: row.currency })} ${row.currency}`;
  const lines = [
    `${row.date} ${row.status === 'booked' ? '*' : '!'} ${quoted(payeeOf(row))} ${quoted(memoOf(row))}`,
    `  passbook-id: ${quoted(String(row.id))}`,
    ...(categoryOf(row) === '' ? [] : [`  category: ${quoted(categoryOf(row))}`]),
    `  ${account}  ${amount(row.amount_minor)}`,
    `  ${other}  ${amount(row.amount_minor === 0 ? 0 : -row.amount_minor)}`,
  ];
  return `${lines.join('\n')}\n\n`;
}

const quoted = (text: string): string =>
  `"${oneLine(text)
    .replaceAll('\\', String.raw`\\`)
    .replaceAll('"', String.raw`\"`)}"`;

/** Letters, digits and dashes, beginning with a capital or a digit: all that Beancount allows. */
function namePart(text: string): string {
  const dashed = text
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{Nd}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '');
  const capital = dashed.charAt(0).toUpperCase() + dashed.slice(1);
  return /^[\p{Lu}\p{Nd}]/u.test(capital) ? capital : `X${capital}`;
}
