import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { assertLedgerIsTrue } from '../../support/ledger-truth.ts';
import { withSyncStage } from '../../support/sync-stage.ts';

const tooMany = {
  kind: 'error',
  error: 'provider_too_many_requests',
  endpoint: 'transactions',
  fromCall: 1,
} as const;

describe('a 429 storm', () => {
  test('without a time waits 2, 4 and 8 s, then stops that account with a time to come back; the others finish', () =>
    withSyncStage({ accounts: 3, cards: 0, transactions: 60, days: 30 }, async (stage) => {
      stage.bank.control.setFaults({ faults: [{ ...tooMany, accountIndex: 1 }] });
      const job = await stage.sync({}, 3);
      const [, storm = ''] = stage.accountIds;
      const waits = job.events.flatMap((event) =>
        event.kind === 'waiting' && event.attempt > 0 ? [event.waitMs] : [],
      );
      assert.deepEqual(
        waits.map((ms) => Math.floor(ms / 1000)),
        [2, 4, 8],
      );
      assert.equal(job.status, 'partial');
      assert.deepEqual([job.rateLimited, job.errors, job.accountsDone], [4, 1, 3]);
      const stopped = job.accounts.find(({ accountId }) => accountId === storm);
      assert.equal(stopped?.status, 'rate-limited');
      assert.ok(Date.parse(stopped?.untilIso ?? '') > Date.now());
      assert.equal(job.accounts.filter(({ status }) => status === 'completed').length, 2);
      stage.bank.control.setFaults({ faults: [] });
      await stage.sync();
      assertLedgerIsTrue(stage);
    }));

  test('what was fetched before the storm stays stored, and the next run goes on behind it', () =>
    withSyncStage({ accounts: 1, cards: 0, transactions: 900, days: 90 }, async (stage) => {
      stage.bank.control.setFaults({
        faults: [{ ...tooMany, fromCall: 2, count: 1, retryAfter: { seconds: 3600 } }],
      });
      const first = await stage.sync();
      assert.equal(first.status, 'failed');
      assert.deepEqual(
        first.accounts.map(({ status }) => status),
        ['rate-limited'],
      );
      assert.ok(Date.parse(first.accounts[0]?.untilIso ?? '') > Date.now() + 3_500_000);
      assert.equal(first.pagesDone, 1);
      const second = await stage.sync();
      assert.equal(second.status, 'completed');
      assert.equal(
        first.transactionsSynced + second.transactionsSynced,
        stage.query('select 1 from transactions_v1').length,
      );
      assertLedgerIsTrue(stage);
    }));

  test('the daily limit is not tried again and is tomorrow', () =>
    withSyncStage({ accounts: 1, cards: 0, transactions: 10, days: 20 }, async (stage) => {
      stage.bank.control.setFaults({
        faults: [
          { kind: 'error', error: 'provider_request_limit_exceeded', endpoint: 'transactions', fromCall: 1 },
        ],
      });
      const job = await stage.sync();
      assert.equal(job.rateLimited, 1);
      const [account] = job.accounts;
      assert.deepEqual([account?.status, account?.failureKind], ['rate-limited', 'daily-limit']);
      assert.match(account?.untilIso ?? '', /T00:00:00\.000Z$/);
    }));
});

describe('a token that is refused in the middle', () => {
  test('is refreshed once for all accounts, and the sync goes on', () =>
    withSyncStage({ accounts: 3, cards: 0, transactions: 900, days: 90, latencyMs: 20 }, async (stage) => {
      const run = await stage.start({}, 3);
      let expired = false;
      run.events((event) => {
        if (event.kind !== 'page-stored' || expired) return;
        expired = true;
        stage.bank.control.expireAccessTokens();
      });
      const job = await run.done;
      assert.equal(job.status, 'completed');
      assert.equal(stage.bank.control.tokenGrants.refresh_token, 1);
      assert.ok(stage.bank.control.calls.some(({ status }) => status === 401));
      assert.equal(job.transactionsSynced, stage.query('select 1 from transactions_v1').length);
      assertLedgerIsTrue(stage);
    }));

  test('a consent ended at the bank ends every account with reconnect, and the connection says so', () =>
    withSyncStage({ accounts: 2, cards: 0, transactions: 20, days: 30 }, async (stage) => {
      await stage.sync();
      stage.bank.control.revokeConsent();
      const job = await stage.sync();
      assert.equal(job.status, 'failed');
      assert.deepEqual(
        job.accounts.map(({ status }) => status),
        ['reconnect-needed', 'reconnect-needed'],
      );
      assert.deepEqual(stage.query('select state from connections_v1'), [{ state: 'reconnect-needed' }]);
      assertLedgerIsTrue(stage);
    }));
});
