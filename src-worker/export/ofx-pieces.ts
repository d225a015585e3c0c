import { formatMinor } from '#shared/money.ts';
import { transactionTypeOf } from './ofx-transaction-type.ts';
import {
  type ExportAccount,
  type ExportRow,
  type ExportSource,
  memoOf,
  oneLine,
  payeeOf,
} from './export-row.ts';

const ok = '<STATUS><CODE>0</CODE><SEVERITY>INFO</SEVERITY></STATUS>';

/**
 * OFX 2.1.1 (XML), as the specification's chapters 2 and 11 have it: a statement per account and currency, accounts and
 * cards in their own message sets. `FITID` is the row's id in the ledger: importers recognise a row by it, and it stays
 * with a row through every amendment. Booked rows only: a pending one has no final form to recognise later.
 */
export function* ofxPieces(source: ExportSource): Generator<string> {
  yield (
    '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n' +
    '<?OFX OFXHEADER="200" VERSION="211" SECURITY="NONE" OLDFILEUID="NONE" NEWFILEUID="NONE"?>\n' +
    `<OFX>\n<SIGNONMSGSRSV1><SONRS>${ok}<DTSERVER>${instant(source.nowIso)}</DTSERVER><LANGUAGE>ENG</LANGUAGE>` +
    '</SONRS></SIGNONMSGSRSV1>\n'
  );
  let number = 0;
  for (const kind of ['account', 'card'] as const) {
    const accounts = source.accounts.filter((each) => each.kind === kind);
    if (accounts.length === 0) continue;
    const set = kind === 'card' ? 'CREDITCARDMSGSRSV1' : 'BANKMSGSRSV1';
    yield `<${set}>\n`;
    for (const account of accounts) {
      for (const currency of source.currencies(account)) {
        number += 1;
        yield* statement(source, account, currency, number);
      }
    }
    yield `</${set}>\n`;
  }
  yield '</OFX>\n';
}

function* statement(
  source: ExportSource,
  account: ExportAccount,
  currency: string,
  number: number,
): Generator<string> {
  const isCard = account.kind === 'card';
  const [outer, inner] = isCard ? ['CCSTMTTRNRS', 'CCSTMTRS'] : ['STMTTRNRS', 'STMTRS'];
  // The specification gives an account id 22 characters and a bank id 9.
  const id = `<ACCTID>${xml(account.account_id.slice(0, 22))}</ACCTID>`;
  const from = isCard
    ? `<CCACCTFROM>${id}</CCACCTFROM>`
    : `<BANKACCTFROM><BANKID>TRUELAYER</BANKID>${id}<ACCTTYPE>CHECKING</ACCTTYPE></BANKACCTFROM>`;
  yield `<${outer}><TRNUID>${String(number)}</TRNUID>${ok}<${inner}><CURDEF>${xml(currency)}</CURDEF>${from}\n`;
  let isBegun = false;
  for (const row of source.rows(account)) {
    if (row.status !== 'booked' || row.currency !== currency) continue;
    if (!isBegun) yield listStart(source, row.date);
    isBegun = true;
    yield transaction(row);
  }
  if (!isBegun) yield listStart(source, source.nowIso.slice(0, 10));
  yield `</BANKTRANLIST>\n${currency === account.currency ? balance(account) : ''}</${inner}></${outer}>\n`;
}

const listStart = (source: ExportSource, firstDay: string): string =>
  `<BANKTRANLIST><DTSTART>${day(source.from ?? firstDay)}</DTSTART>` +
  `<DTEND>${day(source.to ?? source.nowIso.slice(0, 10))}</DTEND>\n`;

function transaction(row: ExportRow): string {
  const memo = memoOf(row);
  return (
    `<STMTTRN><TRNTYPE>${transactionTypeOf(row.category, row.amount_minor)}</TRNTYPE>` +
    `<DTPOSTED>${day(row.date)}</DTPOSTED>` +
    `<TRNAMT>${formatMinor({ amountMinor: row.amount_minor, currency: row.currency })}</TRNAMT>` +
    `<FITID>passbook-${String(row.id)}</FITID>` +
    // 32 and 255 characters by the specification; the whole text is in the ledger.
    `<NAME>${xml(characters(payeeOf(row), 32))}</NAME>` +
    (memo === '' ? '' : `<MEMO>${xml(characters(memo, 255))}</MEMO>`) +
    '</STMTTRN>\n'
  );
}

/** Of a card the ledger keeps money owed as positive; OFX counts what is yours. Left out when no balance is known. */
function balance({ kind, balance_minor: minor, balance_at: at, currency }: ExportAccount): string {
  if (minor === null || at === null) return '';
  const amountMinor = kind === 'card' && minor !== 0 ? -minor : minor;
  const amount = formatMinor({ amountMinor, currency });
  return `<LEDGERBAL><BALAMT>${amount}</BALAMT><DTASOF>${instant(at)}</DTASOF></LEDGERBAL>`;
}

const day = (isoDay: string): string => isoDay.replaceAll('-', '');
/** `20261123140000[0:GMT]`. */
const instant = (iso: string): string => `${iso.replaceAll(/[-:T]/g, '').slice(0, 14)}[0:GMT]`;
const characters = (text: string, most: number): string => [...text].slice(0, most).join('').trimEnd();

/** Text of an element. What XML 1.0 has no form for (controls, halves of a pair) is left out. */
const xml = (text: string): string =>
  oneLine(text.toWellFormed())
    .replaceAll(/[\u{FFFE}\u{FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
