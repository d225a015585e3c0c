import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { addDays, utcDay } from '#shared/calendar-day.ts';
import { assertLedgerIsTrue } from '../../support/ledger-truth.ts';
import { withSyncStage } from '../../support/sync-stage.ts';

const today = utcDay(Date.now());

describe('syncing again', () => {
  test('adds nothing: every row the bank sends is a duplicate, and only the look-back is asked', () =>
    withSyncStage({ accounts: 2, cards: 2 }, async (stage) => {
      const first = await stage.sync();
      assert.equal(first.status, 'completed');
      assertLedgerIsTrue(stage);
      const rows = stage.query('select id, updated_at from transactions_v1 order by id');
      const second = await stage.sync();
      assert.deepEqual(
        [second.transactionsSynced, second.updated, second.removed, second.errors],
        [0, 0, 0, 0],
      );
      assert.ok(second.duplicates > 0);
      assert.deepEqual(stage.query('select id, updated_at from transactions_v1 order by id'), rows);
      for (const event of second.events) {
        if (event.kind === 'page-stored')
          assert.ok(event.from >= addDays(today, -15), `asked from ${event.from}`);
      }
    }));

  test('the same range by hand is all duplicates', () =>
    withSyncStage({ accounts: 1, cards: 1, transactions: 200, days: 60, pending: 0 }, async (stage) => {
      const range = { from: addDays(today, -59), to: today };
      const first = await stage.sync(range);
      const second = await stage.sync(range);
      assert.deepEqual(
        [first.transactionsSynced, second.transactionsSynced, second.duplicates],
        [400, 0, 400],
      );
    }));

  test('follows what the bank changed: a late row, an amended one, one gone, one settled with new ids', () =>
    withSyncStage({ accounts: 1, cards: 0, transactions: 100, days: 60, pending: 2 }, async (stage) => {
      await stage.sync();
      const [accountId = ''] = stage.accountIds;
      const { control } = stage.bank;
      const { booked, pending } = control.truth(accountId);
      control.addTransaction(accountId, {
        date: addDays(today, -6),
        amountMinor: -1234,
        description: 'LATE ARRIVAL',
      });
      const recent = booked.filter(({ date }) => date > addDays(today, -10));
      const [amended, gone] = recent;
      assert.ok(amended && gone && pending[0]);
      control.amend(accountId, amended.key, { description: 'CORRECTED BY THE BANK' });
      control.remove(accountId, gone.key);
      control.settle(accountId, pending[0].key, { amountMinor: pending[0].amountMinor - 150, newIds: true });
      const job = await stage.sync();
      assert.equal(job.status, 'completed');
      assert.ok(job.removed >= 1);
      assertLedgerIsTrue(stage);
    }));
});

describe('stopping', () => {
  test('a cancel keeps the pages stored, marks the job, and the next sync goes on', () =>
    withSyncStage({ accounts: 2, cards: 0, transactions: 2000, days: 200, latencyMs: 150 }, async (stage) => {
      const run = await stage.start({}, 1);
      run.events((event) => {
        if (event.kind === 'page-stored') run.cancel();
      });
      const job = await run.done;
      assert.equal(job.status, 'cancelled');
      // One page made the user cancel; one more may have been in flight, and is kept.
      assert.ok(job.pagesDone >= 1 && job.pagesDone <= 2, `${job.pagesDone} pages`);
      const kept = stage.query('select 1 from transactions_v1').length;
      assert.equal(kept, job.transactionsSynced);
      assert.deepEqual(stage.query('select status from jobs_v1'), [{ status: 'cancelled' }]);
      const next = await stage.sync();
      assert.equal(next.status, 'completed');
      assertLedgerIsTrue(stage);
    }));
});

describe('limits a bank sets', () => {
  test('history closed after the first five minutes is no error: it is said, and recent days are synced', () =>
    withSyncStage({ accounts: 1, cards: 0, transactions: 400, days: 300 }, async (stage) => {
      stage.bank.control.advance(6 * 60_000);
      const job = await stage.sync();
      assert.equal(job.status, 'completed');
      assert.match(job.accounts[0]?.reason ?? '', /reconnect to get them/);
      assertLedgerIsTrue(stage, { from: addDays(today, -89), to: today });
      const again = await stage.sync();
      assert.ok(
        again.events.every((event) => event.kind !== 'page-stored' || event.from > addDays(today, -90)),
      );
    }));

  test('a bank that refuses wide ranges is asked in smaller ones until all is there', () =>
    withSyncStage({ accounts: 1, cards: 0, transactions: 100, days: 300 }, async (stage) => {
      stage.bank.control.setFaults({
        faults: [{ kind: 'refuse-wide-ranges', endpoint: 'transactions', widestDays: 20, fromCall: 1 }],
      });
      const job = await stage.sync({ from: addDays(today, -299), to: today });
      assert.equal(job.status, 'completed');
      assertLedgerIsTrue(stage);
    }));

  test('unattended, one transactions call an account and four runs a day, the fifth stops until tomorrow unasked', () =>
    withSyncStage({ accounts: 1, cards: 0, transactions: 30, days: 30 }, async (stage) => {
      for (let round = 1; round <= 4; round += 1) {
        assert.equal((await stage.sync({ attended: false })).status, 'completed', `run ${round}`);
      }
      const asked = stage.bank.control.calls.filter(({ path }) => path.endsWith('/transactions')).length;
      assert.equal(asked, 4);
      const fifth = await stage.sync({ attended: false });
      assert.equal(fifth.accounts[0]?.failureKind, 'daily-limit');
      assert.equal(
        stage.bank.control.calls.filter(({ path }) => path.endsWith('/transactions')).length,
        asked,
      );
      assert.ok(
        stage.bank.control.calls.every(
          ({ psuIp, path }) => !path.startsWith('/data') || psuIp === null || psuIp === undefined,
        ),
      );
    }));
});
