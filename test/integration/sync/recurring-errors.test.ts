import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ErrorCode } from '../../../src-demo-bank/faults/error-table.ts';
import { assertLedgerIsTrue } from '../../support/ledger-truth.ts';
import { withSyncStage } from '../../support/sync-stage.ts';

/** `[what the bank answers, how often each endpoint is asked]` */
const answers: readonly (readonly [ErrorCode, number])[] = [
  ['validation_error', 1],
  ['access_denied', 1],
  ['sca_exceeded', 1],
  ['account_not_found', 1],
  ['provider_too_many_requests', 4],
  ['internal_server_error', 4],
  ['endpoint_not_supported', 1],
  ['temporarily_unavailable', 4],
  ['provider_timeout', 4],
  // Last: it is not asked again today.
  ['provider_request_limit_exceeded', 1],
];
const endpoints = ['standing_orders', 'direct_debits'] as const;

test('standing orders and direct debits that cannot be had cost no transaction and are no failure', () =>
  withSyncStage({ accounts: 1, cards: 0, days: 60 }, async (stage) => {
    assert.equal((await stage.sync()).status, 'completed');
    const kept = stage.query('select kind, payee, amount_minor from recurring_v1 order by kind, payee');
    assert.ok(kept.length > 1);
    for (const [error, asked] of answers) {
      stage.bank.control.setFaults({
        faults: endpoints.map((endpoint) => ({
          kind: 'error',
          error,
          endpoint,
          retryAfter: { seconds: 0 },
          fromCall: 1,
        })),
      });
      const before = stage.bank.control.calls.length;
      const job = await stage.sync();
      assert.deepEqual([job.status, job.errors], ['completed', 0], error);
      const calls = stage.bank.control.calls.slice(before);
      for (const endpoint of endpoints) {
        assert.equal(
          calls.filter((call) => call.endpoint === endpoint).length,
          asked,
          `${error} of ${endpoint}`,
        );
      }
      assert.deepEqual(
        stage.query('select kind, payee, amount_minor from recurring_v1 order by kind, payee'),
        kept,
        error,
      );
    }
    assertLedgerIsTrue(stage);
  }));
