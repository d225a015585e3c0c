import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, test, type TestContext } from 'node:test';
import { parse } from 'csv-parse/sync';
import { formatMinor } from '#shared/money.ts';
import { exportTransactions } from '../../../src-worker/export/export-transactions.ts';
import { awkwardAccounts, awkwardRows } from '../../support/awkward-export.ts';
import { exportSource } from '../../support/export-samples.ts';
import { askProgram, programAt } from '../../support/foreign-reader.ts';
import { temporaryFolder } from '../../support/ledger-fixture.ts';

/** What each account holds by our own sum: `GBP -12.50`, sorted. Zero sums are left out, as the programs do. */
function sums(): readonly string[] {
  const totals = new Map<string, number>();
  for (const row of awkwardRows) {
    const key = `${row.connection_id} ${row.account_id} ${row.currency}`;
    totals.set(key, (totals.get(key) ?? 0) + row.amount_minor);
  }
  return [...totals]
    .map(([key, amountMinor]) => {
      const currency = key.split(' ').at(-1) ?? '';
      return `${formatMinor({ amountMinor, currency })} ${currency}`;
    })
    .toSorted();
}

function written(t: TestContext, format: 'ledger' | 'beancount'): string {
  const out = path.join(temporaryFolder(t), `out.${format}`);
  assert.ok(exportTransactions(exportSource(awkwardRows, awkwardAccounts), format, out).ok);
  return out;
}

/** Amounts as these programs print them, several to a cell, in one form. */
const amountsIn = (cell: string): readonly string[] =>
  cell
    .split(/[\n,]/)
    .map((each) => each.trim())
    .filter((each) => each !== '' && each !== '0');

const ownAccount = /^(Assets|Liabilities):/;

describe('a journal is read by', () => {
  test('hledger, with the same sums in the same accounts', (t) => {
    const hledger = programAt('hledger');
    if (hledger === null) return t.skip('There is no hledger on this machine to read the journal with');
    const out = written(t, 'ledger');
    const checked = askProgram(hledger, ['check', 'accounts', 'ordereddates', '-f', out]);
    assert.equal(checked, '');
    const balances = parse(
      askProgram(hledger, ['balance', '--flat', '--no-total', '-O', 'csv', '-f', out]),
    ).slice(1);
    const own = balances.filter(([account = '']) => ownAccount.test(account));
    assert.equal(own.length, awkwardAccounts.length);
    assert.deepEqual(own.flatMap(([, cell = '']) => amountsIn(cell)).toSorted(), sums());
    const printed = parse(askProgram(hledger, ['print', '-O', 'csv', '-f', out]), { columns: true });
    const read = printed as readonly { code: string; status: string }[];
    assert.deepEqual(
      new Set(read.map(({ code, status }) => `${code} ${status}`)),
      new Set(awkwardRows.map(({ id, status }) => `${id} ${status === 'booked' ? '*' : '!'}`)),
    );
  });

  test('Ledger, with the same sums in the same accounts', (t) => {
    const ledger = programAt('ledger');
    if (ledger === null) return t.skip('There is no Ledger on this machine to read the journal with');
    const out = written(t, 'ledger');
    const columns = '%(quoted(account)),%(quoted(scrub(display_total)))\n';
    const text = askProgram(ledger, [
      '--strict',
      '-f',
      out,
      'balance',
      '--flat',
      '--no-total',
      '--format',
      columns,
    ]);
    const balances = parse(text).filter(([account = '']) => ownAccount.test(account));
    assert.deepEqual(balances.flatMap(([, cell = '']) => amountsIn(cell)).toSorted(), sums());
  });

  test('Beancount, without a complaint and with the same sums', (t) => {
    const check = programAt('bean-check');
    const query = programAt('bean-query');
    if (check === null || query === null)
      return t.skip('There is no Beancount on this machine to read the journal with');
    const out = written(t, 'beancount');
    assert.equal(askProgram(check, [out]), '');
    const text = askProgram(query, [
      '-f',
      'csv',
      out,
      "SELECT account, currency, sum(position) AS total WHERE account ~ '^(Assets|Liabilities)' GROUP BY account, currency",
    ]);
    const read = (parse(text, { columns: true, trim: true }) as readonly Record<string, string>[]).map(
      ({ total }) => (total ?? '').replace(/ +/g, ' '),
    );
    assert.deepEqual(read.toSorted(), sums());
  });
});
