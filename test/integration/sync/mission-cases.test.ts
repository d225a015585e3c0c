import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { addDays, utcDay } from '#shared/calendar-day.ts';
import { assertLedgerIsTrue } from '../../support/ledger-truth.ts';
import { withSyncStage } from '../../support/sync-stage.ts';

const today = utcDay(Date.now());
const tooMany = { kind: 'error', error: 'provider_too_many_requests', endpoint: 'transactions' } as const;

describe('the mission', () => {
  test('small sync: 1 account, 10 transactions', () =>
    withSyncStage({ accounts: 1, cards: 0, transactions: 10, days: 20, pending: 0 }, async (stage) => {
      const job = await stage.sync();
      assert.deepEqual(
        [job.status, job.transactionsSynced, job.duplicates, job.errors],
        ['completed', 10, 0, 0],
      );
      assert.equal(job.performance?.transactions, 10);
      assertLedgerIsTrue(stage);
    }));

  test('90 days with several pages', () =>
    withSyncStage({ accounts: 1, cards: 0, transactions: 900, days: 90, pending: 0 }, async (stage) => {
      const job = await stage.sync({ from: addDays(today, -90), to: today });
      const pages = job.events.flatMap((event) => (event.kind === 'page-stored' ? [event] : []));
      assert.ok(pages.length >= 3, `${pages.length} pages`);
      assert.deepEqual(
        pages.map(({ page }) => page),
        pages.map((_, index) => index + 1),
      );
      assert.equal(job.pagesDone, pages.length);
      assert.deepEqual([job.status, job.transactionsSynced], ['completed', 900]);
      assertLedgerIsTrue(stage);
    }));

  test('three accounts over 30 days', () =>
    withSyncStage({ accounts: 3, cards: 0, transactions: 120, days: 30 }, async (stage) => {
      const range = { from: addDays(today, -29), to: today };
      const job = await stage.sync(range);
      assert.deepEqual([job.status, job.accountsDone, job.totalAccounts], ['completed', 3, 3]);
      assert.equal(job.accounts.length, 3);
      assertLedgerIsTrue(stage, range);
    }));

  test('429s provoked on purpose', () =>
    withSyncStage({ accounts: 2, cards: 0, transactions: 40, days: 30 }, async (stage) => {
      stage.bank.control.setFaults({
        faults: [{ ...tooMany, accountIndex: 0, fromCall: 1, count: 2, retryAfter: { seconds: 1 } }],
      });
      const job = await stage.sync();
      assert.equal(job.status, 'completed');
      assert.equal(job.rateLimited, 2);
      const waits = job.performance?.waits.find(({ cause }) => cause === 'rate-limit');
      assert.ok(waits !== undefined && waits.totalMs >= 2000, JSON.stringify(waits));
      assertLedgerIsTrue(stage);
    }));
});
