import { formatMinor } from '#shared/money.ts';
import { accountNames, otherSide } from './accounting-names.ts';
import { accountKey, type ExportRow, type ExportSource, memoOf, oneLine, payeeOf } from './export-row.ts';

/**
 * A journal that Ledger and hledger both read (ledger-cli.org and hledger.org, "Journal format"). The ledger's row id
 * is the transaction's code; pending rows have the mark `!`.
 */
export function* ledgerPieces(source: ExportSource): Generator<string> {
  yield `; Written by Passbook, ${source.nowIso}\n\n`;
  const names = accountNames(source.accounts, namePart);
  for (const name of names.values()) yield `account ${name}\n`;
  yield '\n';
  const declared = new Set(names.values());
  for (const row of source.rows()) {
    const account = names.get(accountKey(row)) ?? `Assets:Other:${namePart(row.account_id)}`;
    const other = otherSide(row, namePart);
    for (const name of [account, other]) {
      if (declared.has(name)) continue;
      declared.add(name);
      yield `account ${name}\n\n`;
    }
    yield entry(row, account, other);
  }
}

/**
 * Ledger reads no line of more than 4096 bytes and refuses the whole journal for one (`parse_context_t::MAX_LINE`). A
 * character takes four of them at most.
 */
const longestText = 1000;

function entry(row: ExportRow, account: string, other: string): string {
  const amount = (minor: number): string =>
    `${formatMinor({ amountMinor: minor, currency: row.currency })} ${commodity(row.currency)}`;
  const lines = [
    // With a code before it, whatever a description begins with is only text.
    `${row.date} ${row.status === 'booked' ? '*' : '!'} (${String(row.id)}) ${inLines(words(payeeOf(row)))[0] ?? 'Unknown'}`,
    ...inLines(words(memoOf(row))).map((line) => `    ; ${line}`),
    `    ${account}    ${amount(row.amount_minor)}`,
    `    ${other}    ${amount(row.amount_minor === 0 ? 0 : -row.amount_minor)}`,
  ];
  return `${lines.join('\n')}\n\n`;
}

/** A text in as many lines as it needs; none when it is empty. */
const inLines = (text: string): readonly string[] =>
  Array.from(text.matchAll(new RegExp(`.{1,${String(longestText)}}`, 'gsu')), ([line]) => line);

/** Letters stand for themselves; anything else in a commodity's name has to be quoted. */
const commodity = (currency: string): string =>
  /^\p{L}+$/u.test(currency) ? currency : `"${currency.replaceAll('"', '')}"`;

/** `;` begins a comment, `|` parts payee and note in hledger, and a word with ":" in a comment would be a tag. */
const words = (text: string): string =>
  oneLine(text).replaceAll(';', ',').replaceAll('|', '/').replaceAll(':', '.');

/** Two spaces end an account's name, brackets make it virtual, ":" parts it. */
const namePart = (text: string): string =>
  oneLine(text)
    .replaceAll(/[()[\]{};:"|@=~*!%#]+/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim() || 'Unnamed';
