import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { assertLedgerIsTrue } from '../../support/ledger-truth.ts';
import { type SyncStage, withSyncStage } from '../../support/sync-stage.ts';

const oneAccount = { accounts: 1, cards: 0, transactions: 30, days: 30 } as const;
const asks = ({ bank }: SyncStage): number =>
  bank.control.calls.filter(({ endpoint }) => endpoint === 'transactions').length;
const usedUp = (count: number) =>
  ({
    kind: 'error',
    error: 'provider_request_limit_exceeded',
    endpoint: 'transactions',
    fromCall: 1,
    count,
  }) as const;

describe('what a run learns of limits', () => {
  test('the next run knows: the pause after a 429 and how often it came', () =>
    withSyncStage(oneAccount, async (stage) => {
      await stage.sync();
      assert.deepEqual(stage.query('select pause_ms from provider_pauses'), []);
      stage.bank.control.setFaults({
        faults: [
          {
            kind: 'error',
            error: 'provider_too_many_requests',
            endpoint: 'balance',
            retryAfter: { seconds: 0 },
            fromCall: 1,
            count: 1,
          },
        ],
      });
      assert.equal((await stage.sync()).rateLimited, 1);
      assert.deepEqual(stage.query('select answers from rate_limit_days'), [{ answers: 1 }]);
      const [learnt] = stage.query<{ pause_ms: number }>('select pause_ms from provider_pauses');
      assert.ok(learnt !== undefined && learnt.pause_ms > 100 && learnt.pause_ms <= 200);
      const third = await stage.sync();
      const waits = third.performance?.waits.find(({ cause }) => cause === 'rate-limit');
      assert.ok(waits !== undefined && waits.count > 0, 'the third run did not keep the pause');
      assert.equal(third.rateLimited, 0);
      const [after] = stage.query<{ pause_ms: number }>('select pause_ms from provider_pauses');
      assert.ok(after !== undefined && after.pause_ms < learnt.pause_ms);
      assertLedgerIsTrue(stage);
    }));

  test('a daily limit met without the user is not asked again without them, and lifted when they come', () =>
    withSyncStage(oneAccount, async (stage) => {
      stage.bank.control.setFaults({ faults: [usedUp(1)] });
      const first = await stage.sync({ attended: false });
      assert.equal(first.accounts[0]?.failureKind, 'daily-limit');
      const asked = asks(stage);
      const second = await stage.sync({ attended: false });
      assert.equal(second.accounts[0]?.failureKind, 'daily-limit');
      assert.equal(asks(stage), asked);
      assert.equal((await stage.sync({ attended: true })).status, 'completed');
      assertLedgerIsTrue(stage);
    }));

  test('a daily limit told to the present user is asked again by nobody before tomorrow', () =>
    withSyncStage(oneAccount, async (stage) => {
      stage.bank.control.setFaults({ faults: [usedUp(1)] });
      await stage.sync({ attended: true });
      const asked = asks(stage);
      for (const attended of [true, false]) {
        const job = await stage.sync({ attended });
        assert.equal(job.accounts[0]?.failureKind, 'daily-limit');
        assert.match(job.accounts[0]?.untilIso ?? '', /T00:00:00\.000Z$/);
      }
      assert.equal(asks(stage), asked);
    }));
});
