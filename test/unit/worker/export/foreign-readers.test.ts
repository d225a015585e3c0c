import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parse } from 'csv-parse/sync';
import { formatMinor } from '#shared/money.ts';
import type { ExportFormat } from '#shared/export.ts';
import { exportPieces } from '../../../../src-worker/export/export-pieces.ts';
import { type ExportAccount, type ExportRow, payeeOf } from '../../../../src-worker/export/export-row.ts';
import { awkwardAccounts, awkwardRows } from '../../../support/awkward-export.ts';
import { exportSource } from '../../../support/export-samples.ts';
import { parseOfx } from '../../../support/ofx-reader.ts';
import { parseQif } from '../../../support/qif-reader.ts';

const text = (format: ExportFormat, accounts: readonly ExportAccount[] = awkwardAccounts): string =>
  [...exportPieces(format, exportSource(rowsOf(accounts), accounts))].join('');
const rowsOf = (accounts: readonly ExportAccount[]): readonly ExportRow[] =>
  awkwardRows.filter((row) => accounts.some(({ account_id: id }) => id === row.account_id));
const booked = awkwardRows.filter(({ status }) => status === 'booked');
const sorted = (rows: readonly (readonly string[])[]): readonly string[] =>
  rows.map((row) => row.join(' ')).toSorted();
const amountOf = (row: ExportRow): string =>
  formatMinor({ amountMinor: row.amount_minor, currency: row.currency });
const [first] = awkwardAccounts;
const firsts = booked.filter(({ account_id: id }) => id === first?.account_id);

describe('an export is read back by a reader that is not ours:', () => {
  test('OFX, every booked row once, with its id, day, exact amount, currency and text', () => {
    const read = parseOfx(text('ofx')).flatMap(({ CURDEF, BANKTRANLIST }) =>
      BANKTRANLIST.STMTTRN.map((each) => [each.FITID, each.DTPOSTED, each.TRNAMT, CURDEF, each.NAME]),
    );
    const expected = booked.map((row) => [
      `passbook-${String(row.id)}`,
      row.date.replaceAll('-', ''),
      amountOf(row),
      row.currency,
      [...payeeOf(row).toWellFormed()].slice(0, 32).join('').trimEnd(),
    ]);
    assert.deepEqual(sorted(read), sorted(expected));
  });

  test('OFX, with what a card owes as a debt', () => {
    const card = parseOfx(text('ofx')).find(({ isCard }) => isCard);
    assert.deepEqual(card?.LEDGERBAL, { BALAMT: '-42.00', DTASOF: '20260131093000[0:GMT]' });
    assert.equal(parseOfx(text('ofx')).filter(({ LEDGERBAL }) => LEDGERBAL !== undefined).length, 4);
  });

  test('QIF of one account', () => {
    assert.ok(first !== undefined);
    const inOne = rowsOf([first]).filter(({ currency }) => currency === first.currency);
    const file = [...exportPieces('qif', exportSource(inOne, [first]))].join('');
    const { type, transactions } = parseQif(file);
    assert.equal(type, 'Bank');
    assert.deepEqual(
      transactions.map(({ date, amount }) => [date.slice(0, 10), amount.toFixed(2)]),
      inOne.filter(({ status }) => status === 'booked').map((row) => [row.date, amountOf(row)]),
    );
  });

  test('QIF of several accounts, a block for each account and currency', () => {
    const blocks = text('qif')
      .split(/^!Account\n/m)
      .slice(1);
    const read = blocks.flatMap((block) => {
      const [head = '', ...rest] = block.split('^\n');
      assert.match(head, /^N.+\nD.+\nT(Bank|CCard)\n$/);
      return parseQif(rest.join('^\n')).transactions.map(
        ({ date, amount }) => `${date.slice(0, 10)} ${String(amount)}`,
      );
    });
    assert.deepEqual(
      read.toSorted(),
      booked.map((row) => `${row.date} ${String(Number(amountOf(row)))}`).toSorted(),
    );
  });

  test('CSV, with every text whole', () => {
    const read = parse(text('csv'), { columns: true }) as readonly Record<string, string>[];
    assert.deepEqual(
      read.map(({ id, amount, currency, status }) => [id, amount, currency, status]),
      awkwardRows.map((row) => [String(row.id), amountOf(row), row.currency, row.status]),
    );
    assert.deepEqual(
      read.map(({ description }) => description?.replace(/^'/, '')),
      // A file has no form for half a character.
      awkwardRows.map(({ description }) => description.toWellFormed().replace(/^'/, '')),
    );
  });

  test('CSV for Firefly III, with its own column names', () => {
    const read = parse(text('firefly'), { columns: true }) as readonly Record<string, string>[];
    assert.deepEqual(
      read.map((row) => [row['external-id'], row['date_transaction'], row['amount'], row['currency-code']]),
      booked.map((row) => [`passbook-${String(row.id)}`, row.date, amountOf(row), row.currency]),
    );
    for (const row of read) assert.notEqual(row['description'], '');
  });

  test('CSV for Actual', () => {
    assert.ok(first !== undefined);
    const read = parse(text('actual', [first]), { columns: true }) as readonly Record<string, string>[];
    assert.deepEqual(
      read.map((row) => [row['Date'], row['Amount']]),
      firsts.map((row) => [row.date, amountOf(row)]),
    );
    for (const row of read) assert.notEqual(row['Payee'], '');
  });

  test('CSV for YNAB, money out and money in apart', () => {
    assert.ok(first !== undefined);
    const read = parse(text('ynab', [first]), { columns: true }) as readonly Record<string, string>[];
    assert.deepEqual(Object.keys(read[0] ?? {}), ['Date', 'Payee', 'Memo', 'Outflow', 'Inflow']);
    assert.deepEqual(
      read.map((row) => `${row['Inflow'] ?? ''}${row['Outflow'] === '' ? '' : `-${row['Outflow'] ?? ''}`}`),
      firsts.map(amountOf),
    );
  });
});
