import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { toIso } from '#shared/clock.ts';
import { assertLedgerIsTrue } from '../../support/ledger-truth.ts';
import { type SyncStage, withSyncStage } from '../../support/sync-stage.ts';

const set = (
  { ledger, ledgerPath, accountIds }: SyncStage,
  sign: 'as-sent' | 'reversed',
  accountId = accountIds[0],
) =>
  ledger.run({
    kind: 'set-account-sign',
    ledgerPath,
    accountId: accountId ?? '',
    sign,
    nowIso: toIso(Date.now()),
  });
const sums = ({ query }: SyncStage) =>
  query<{ account_id: string; sum: number }>(
    'select account_id, sum(amount_minor) as sum from transactions_v1 group by account_id order by account_id',
  );

describe('the sign of an account', () => {
  test('turned round holds for old rows and new ones, and the next sync changes nothing', () =>
    withSyncStage({ accounts: 1, cards: 1, transactions: 40, days: 20 }, async (stage) => {
      await stage.sync();
      const [accountId = '', cardId = ''] = stage.accountIds;
      const before = sums(stage);
      const turned = await set(stage, 'reversed', cardId);
      const rows = stage.query('select 1 from transactions_v1 where account_id = ?', cardId).length;
      assert.deepEqual(turned, { ok: true, value: { turned: rows } });
      const after = sums(stage);
      for (const { account_id, sum } of before) {
        const now = after.find((each) => each.account_id === account_id)?.sum;
        assert.equal(now, account_id === cardId ? -sum : sum);
      }
      assert.deepEqual(await set(stage, 'reversed', cardId), { ok: true, value: { turned: 0 } });
      stage.bank.control.addTransaction(cardId, {
        date: stage.bank.control.truth(cardId).booked.at(-1)?.date ?? '',
        amountMinor: -777,
        description: 'AFTER THE TURN',
      });
      const again = await stage.sync();
      assert.deepEqual([again.updated, again.removed, again.transactionsSynced], [0, 0, 1]);
      assert.deepEqual(
        stage.query("select amount_minor from transactions_v1 where description = 'AFTER THE TURN'"),
        [{ amount_minor: 777 }],
      );
      await set(stage, 'as-sent', cardId);
      assert.equal((await stage.sync()).updated, 0);
      assertLedgerIsTrue(stage);
      assert.ok(accountId !== cardId);
    }));

  test('of two payments that are each other turned round nothing is lost, even without ids', () =>
    withSyncStage({ accounts: 4, cards: 0, transactions: 10, days: 20, pending: 0 }, async (stage) => {
      // The fourth account of the demo bank has no ids but the one that changes.
      const accountId = stage.accountIds[3] ?? '';
      const { date = '' } = stage.bank.control.truth(accountId).booked.at(-1) ?? {};
      for (const amountMinor of [-1234, 1234]) {
        stage.bank.control.addTransaction(accountId, {
          date,
          amountMinor,
          description: 'BOUGHT AND BROUGHT BACK',
        });
      }
      await stage.sync();
      await set(stage, 'reversed', accountId);
      const again = await stage.sync();
      assert.deepEqual([again.updated, again.removed, again.transactionsSynced], [0, 0, 0]);
      await set(stage, 'as-sent', accountId);
      await stage.sync();
      assertLedgerIsTrue(stage);
    }));

  test('of an account nobody knows is not found', () =>
    withSyncStage({ accounts: 1, cards: 0, transactions: 1, days: 2 }, async (stage) => {
      const answer = await set(stage, 'reversed', 'nobody');
      assert.ok(!answer.ok && answer.failure.kind === 'not-found');
    }));
});
