import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { addDays, utcDay } from '#shared/calendar-day.ts';
import { historyWindowMs } from '#shared/history-window.ts';
import type { Progress } from '#shared/progress.ts';
import type { Call } from '../../../src-demo-bank/http/call-log.ts';
import { assertLedgerIsTrue } from '../../support/ledger-truth.ts';
import { withSyncStage } from '../../support/sync-stage.ts';

const today = utcDay(Date.now());
const sixYears = 6 * 365;
/** What the race is run at by the bench; here the calls are counted, and each is taken to cost this much. */
const callMs = 500;

const isPerishable = ({ endpoint, query }: Call): boolean =>
  endpoint === 'standing_orders' ||
  endpoint === 'direct_debits' ||
  (endpoint === 'transactions' && (new URLSearchParams(query).get('to') ?? '') <= addDays(today, -90));

describe('the first five minutes', () => {
  test('five accounts and six years: perishable first, side by side, in a small part of the window', () =>
    withSyncStage(
      { accounts: 5, cards: 0, transactions: 1500, days: sixYears, latencyMs: 200 },
      async (stage) => {
        const seen: Progress[] = [];
        const run = await stage.start({ requestedBy: 'connect' });
        run.subscribe((progress) => seen.push(progress));
        const job = await run.done;
        assert.equal(job.status, 'completed');
        assertLedgerIsTrue(stage);
        for (const accountId of stage.accountIds) {
          const calls = stage.bank.control.calls.filter((call) => call.accountId === accountId);
          const last = calls.findLastIndex(isPerishable);
          assert.ok(last >= 3 && calls.slice(0, last + 1).every(isPerishable), 'recent days came in between');
          assert.ok((last + 1) * callMs < historyWindowMs / 10, `${String(last + 1)} calls in a row`);
        }
        const begun = stage.accountIds.map((id) =>
          stage.bank.control.calls.findIndex((call) => call.accountId === id && isPerishable(call)),
        );
        const firstEnded = stage.accountIds.map((id) =>
          stage.bank.control.calls.findLastIndex((call) => call.accountId === id),
        );
        assert.ok(Math.max(...begun) < Math.min(...firstEnded), 'an account waited for another to end');
        const [opened] = seen.flatMap(({ historyWindow }) => (historyWindow === null ? [] : [historyWindow]));
        const leftMs = Date.parse(opened?.endsIso ?? '') - stage.bank.control.nowMs();
        assert.ok(leftMs > 0 && leftMs <= historyWindowMs, `${String(leftMs)} ms left`);
        assert.equal(job.historyWindow, null);
        assert.deepEqual(stage.query('select full_name from holders_v1'), [{ full_name: 'Alex Taylor' }]);
        const info = stage.bank.control.calls.findIndex(({ endpoint }) => endpoint === 'info');
        assert.ok(info >= 0 && info < Math.min(...begun));
        assert.doesNotMatch(JSON.stringify(stage.query('select * from holders')), /@|\+44/);
      },
    ));

  test('with a 429 now and then all of it is there as well', () =>
    withSyncStage({ accounts: 5, cards: 0, transactions: 300, days: sixYears }, async (stage) => {
      stage.bank.control.setFaults({
        faults: [3, 9].map((fromCall) => ({
          kind: 'error',
          error: 'provider_too_many_requests',
          endpoint: 'transactions',
          retryAfter: { seconds: 1 },
          fromCall,
          count: 1,
        })),
      });
      const job = await stage.sync({ requestedBy: 'connect' });
      assert.deepEqual([job.status, job.rateLimited], ['completed', 2]);
      assertLedgerIsTrue(stage);
    }));

  test('what the window did not allow is recorded and said', () =>
    withSyncStage({ accounts: 1, cards: 0, transactions: 200, days: 800 }, async (stage) => {
      const [accountId = ''] = stage.accountIds;
      const run = await stage.start({ requestedBy: 'connect' });
      run.events((event) => {
        if (event.kind === 'page-stored' && event.page === 1) stage.bank.control.advance(historyWindowMs);
      });
      const job = await run.done;
      assert.equal(job.status, 'completed');
      assert.match(job.accounts[0]?.reason ?? '', /reconnect to get them/);
      const refused = stage.query<{ from_day: string }>(
        "select from_day from coverage where outcome = 'refused'",
      );
      assert.equal(refused.length, 1);
      assert.ok(stage.bank.control.calls.some((call) => call.accountId === accountId && call.status === 403));
    }));
});
