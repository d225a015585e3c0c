import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { formatMinor } from '#shared/money.ts';
import { moneyText } from '../../../src-main/terminal/money-text.ts';
import { assertLedgerIsTrue } from '../../support/ledger-truth.ts';
import { withSyncStage } from '../../support/sync-stage.ts';

const places: Readonly<Record<string, number>> = { GBP: 2, JPY: 0, KWD: 3, EUR: 2 };

test('yen without decimals and dinars with three go through the whole chain to the last digit', () =>
  withSyncStage(
    { accounts: 3, cards: 1, transactions: 50, days: 30, currencies: ['GBP', 'JPY', 'KWD', 'EUR'] },
    async (stage) => {
      assert.equal((await stage.sync()).status, 'completed');
      assertLedgerIsTrue(stage);
      const [, yen = '', dinars = ''] = stage.accountIds;
      for (const [accountId, currency] of [
        [yen, 'JPY'],
        [dinars, 'KWD'],
      ] as const) {
        const [balance] = stage.query<{ balance_minor: number; currency: string }>(
          'select balance_minor, currency from accounts_v1 where account_id = ?',
          accountId,
        );
        const { balanceMinor } = stage.bank.control.truth(accountId);
        assert.deepEqual(balance, { balance_minor: balanceMinor, currency });
      }
      assert.deepEqual(
        [moneyText(-420, 'JPY'), moneyText(-420, 'KWD'), moneyText(-420, 'GBP')],
        ['-420 JPY', '-0.420 KWD', '-4.20 GBP'],
      );
      const out = `${stage.ledgerPath}.json`;
      const { ledger, ledgerPath } = stage;
      const nowIso = '2026-11-23T12:00:00.000Z';
      const exported = await ledger.run({
        kind: 'export-transactions',
        ledgerPath,
        format: 'json',
        out,
        nowIso,
      });
      assert.ok(exported.ok);
      const rows = JSON.parse(readFileSync(out, 'utf8')) as readonly {
        readonly currency: string;
        readonly amount: string;
        readonly amount_minor: number;
      }[];
      assert.deepEqual(new Set(rows.map(({ currency }) => currency)), new Set(Object.keys(places)));
      for (const { currency, amount, amount_minor: amountMinor } of rows) {
        assert.equal(amount, formatMinor({ amountMinor, currency }));
        assert.equal(amount.split('.')[1]?.length ?? 0, places[currency]);
      }
      const csv = `${stage.ledgerPath}.csv`;
      assert.ok(
        (await ledger.run({ kind: 'export-transactions', ledgerPath, format: 'csv', out: csv, nowIso })).ok,
      );
      for (const line of readFileSync(csv, 'utf8').split('\n').slice(1, -1)) {
        const [, amount = '', currency = ''] = line.split(',');
        assert.equal(amount.split('.')[1]?.length ?? 0, places[currency], line);
      }
    },
  ));
