import { formatMinor } from '#shared/money.ts';
import {
  categoryOf,
  type ExportAccount,
  type ExportRow,
  type ExportSource,
  memoOf,
  oneLine,
  payeeOf,
} from './export-row.ts';

/**
 * QIF, as Quicken described it (Intuit, "QIF file format"). One account begins with its `!Type:` line, which is what
 * importers of a single account look for; several have an `!Account` block each. Days are DD/MM/YYYY, the custom where
 * TrueLayer's banks are: the format itself leaves it to the country. Rows of another currency than the account's go
 * into a block of their own, since QIF has no word for currencies. Booked rows only.
 */
export function* qifPieces(source: ExportSource): Generator<string> {
  const isSingle = source.accounts.length === 1;
  for (const account of source.accounts) {
    const currencies = source.currencies(account);
    for (const currency of currencies) {
      const isPlain = isSingle && currencies.length === 1;
      yield isPlain ? typeLine(account) : accountBlock(account, currency);
      for (const row of source.rows(account)) {
        if (row.status === 'booked' && row.currency === currency) yield record(row);
      }
    }
  }
}

const typeLine = ({ kind }: ExportAccount): string => `!Type:${kind === 'card' ? 'CCard' : 'Bank'}\n`;

function accountBlock(account: ExportAccount, currency: string): string {
  const own = currency === account.currency;
  const name = field(account.display_name) + (own ? '' : ` (${currency})`);
  const type = account.kind === 'card' ? 'CCard' : 'Bank';
  return `!Account\nN${name}\nD${field(account.provider_name)} ${account.account_id}\nT${type}\n^\n${typeLine(account)}`;
}

function record(row: ExportRow): string {
  const [year = '', month = '', day = ''] = row.date.split('-');
  const lines = [
    `D${day}/${month}/${year}`,
    `T${formatMinor({ amountMinor: row.amount_minor, currency: row.currency })}`,
    'C*',
    `P${field(payeeOf(row))}`,
  ];
  const memo = memoOf(row);
  if (memo !== '') lines.push(`M${field(memo)}`);
  const category = categoryOf(row);
  // "/" would begin a class, "[" a transfer; ":" is a subcategory, as people write it themselves.
  if (category !== '') lines.push(`L${field(category).replaceAll('/', '-').replaceAll(/[[\]]/g, '')}`);
  return `${lines.join('\n')}\n^\n`;
}

/** A record's end is a line that begins with "^"; within a field it is only text, but not every reader knows. */
const field = (text: string): string => oneLine(text).replaceAll('^', ' ');
