import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import Database from 'better-sqlite3';
import type { ErrorCode } from '../../../src-demo-bank/faults/error-table.ts';
import type { FaultFile } from '../../../src-demo-bank/faults/fault-schema.ts';
import { exitCodeOfJob } from '../../../src-main/terminal/exit-code.ts';
import { assertLedgerIsTrue } from '../../support/ledger-truth.ts';
import { withSyncStage } from '../../support/sync-stage.ts';

type Fault = FaultFile['faults'][number];

/** `[what the bank answers, how it ends, exit code, how often it was asked]`; the end is a failure kind or `completed`. */
type Row = readonly [ErrorCode | 'html', string, number, number];

/** Four: the first time and three retries. Where the schedule would be 2, 4 and 8 s, the bank says 0 s here. */
const retried = 4;

/** Transactions came, so the token is not simply dead: it is renewed up to three times in a minute, not for ever. */
const hasty = 4;

/** What is the same for every question about one account, while another account is well. */
const ofOneAccount: readonly Row[] = [
  ['validation_error', 'client-refused', 3, 1],
  ['deprecated_provider', 'client-refused', 3, 1],
  ['invalid_client', 'client-refused', 3, 1],
  ['unauthorized_client', 'client-refused', 3, 1],
  ['invalid_credentials_key', 'reconnect-needed', 4, 1],
  ['account_not_found', 'account-gone', 3, 1],
  ['provider_too_many_requests', 'rate-limited', 5, retried],
  ['internal_server_error', 'bank-unavailable', 3, retried],
  ['endpoint_not_supported', 'completed', 0, 1],
  ['provider_error', 'bank-unavailable', 3, retried],
  ['temporarily_unavailable', 'bank-unavailable', 3, retried],
  ['connector_overload', 'bank-unavailable', 3, retried],
  ['html', 'bad-answer', 3, 1],
];

/** The same for what belongs to the whole connection. */
const ofAll: readonly Row[] = [
  ['validation_error', 'client-refused', 1, 1],
  ['invalid_date_range', 'range-refused', 1, 1],
  ['deprecated_provider', 'client-refused', 1, 1],
  ['invalid_grant', 'reconnect-needed', 4, 1],
  ['invalid_client', 'client-refused', 1, 1],
  // Refreshed once, then asked once more (truelayer.md 4.4).
  ['invalid_token', 'reconnect-needed', 4, 2],
  ['unauthorized', 'reconnect-needed', 4, 2],
  ['unauthorized_client', 'client-refused', 1, 1],
  ['invalid_credentials_key', 'reconnect-needed', 4, 1],
  ['account_not_found', 'account-gone', 1, 1],
  ['provider_too_many_requests', 'rate-limited', 5, retried],
  ['internal_server_error', 'bank-unavailable', 1, retried],
  ['endpoint_not_supported', 'completed', 0, 1],
  ['provider_error', 'bank-unavailable', 1, retried],
  ['temporarily_unavailable', 'bank-unavailable', 1, retried],
  ['connector_overload', 'bank-unavailable', 1, retried],
  ['connector_timeout', 'bank-timeout', 1, retried],
  ['provider_timeout', 'bank-timeout', 1, retried],
  ['html', 'bad-answer', 1, 1],
];

/** One of each way to end. Which code ends which way is told by the rows of transactions and accounts. */
const oneOfEach = new Set<Row[0]>([
  'validation_error',
  'unauthorized',
  'provider_too_many_requests',
  'internal_server_error',
  'endpoint_not_supported',
  'connector_timeout',
  'html',
]);
const some = (rows: readonly Row[]): readonly Row[] => rows.filter(([answer]) => oneOfEach.has(answer));

const table: readonly (readonly [Fault['endpoint'], readonly Row[]])[] = [
  [
    'transactions',
    [
      ...ofOneAccount,
      // Old history first, then the newest days. Smaller ranges are tried; the newest days refused even by the week are a failure and leave no hole.
      ['invalid_date_range', 'range-refused', 3, 11],
      ['invalid_token', 'reconnect-needed', 4, 2],
      ['access_denied', 'access-denied', 4, 1],
      ['sca_exceeded', 'reconnect-needed', 4, 2],
    ],
  ],
  [
    'pending',
    [
      ...some(ofOneAccount),
      ['invalid_token', 'reconnect-needed', 4, hasty],
      ['access_denied', 'completed', 0, 1],
      ['sca_exceeded', 'completed', 0, 1],
      ['provider_timeout', 'bank-timeout', 3, retried],
    ],
  ],
  [
    'balance',
    [
      ...some(ofOneAccount),
      ['unauthorized', 'reconnect-needed', 4, hasty],
      ['access_denied', 'completed', 0, 1],
      ['sca_exceeded', 'completed', 0, 1],
      ['connector_timeout', 'bank-timeout', 3, retried],
    ],
  ],
  // Known accounts stand in for a list that is closed or denied.
  ['accounts', [...ofAll, ['access_denied', 'completed', 0, 1], ['sca_exceeded', 'completed', 0, 1]]],
  ['cards', [...some(ofAll), ['access_denied', 'completed', 0, 1], ['sca_exceeded', 'completed', 0, 1]]],
  ['me', [...some(ofAll), ['access_denied', 'reconnect-needed', 4, 1]]],
];

const isOfOne = (endpoint: string): boolean => ['transactions', 'pending', 'balance'].includes(endpoint);

function faultOf(endpoint: Fault['endpoint'], answer: Row[0]): Fault {
  const where = { endpoint, fromCall: 1, ...(isOfOne(endpoint) ? { accountIndex: 0 } : {}) };
  return answer === 'html'
    ? { kind: 'html', status: 200, ...where }
    : { kind: 'error', error: answer, retryAfter: { seconds: 0 }, ...where };
}

describe('every error TrueLayer documents', { concurrency: 2 }, () => {
  for (const [endpoint, rows] of table) {
    test(`of ${endpoint} ends as it should, is retried only where that helps, and costs no row`, () =>
      withSyncStage({ accounts: 1, cards: 1, transactions: 40, days: 30 }, async (stage) => {
        const { control } = stage.bank;
        // Known accounts, so that none of what follows can hide behind an empty ledger; the days are asked again.
        if (!isOfOne(endpoint)) await stage.sync();
        for (const [answer, end, exitCode, asked] of rows) {
          const name = `${answer} of ${endpoint}`;
          control.setFaults({ faults: [faultOf(endpoint, answer)] });
          const before = control.calls.length;
          const job = await stage.sync({}, 1);
          const kinds = new Set(job.accounts.map((account) => account.failureKind ?? account.status));
          const wanted = isOfOne(endpoint) ? [end, 'completed'] : [end];
          assert.deepEqual(kinds, new Set(wanted), name);
          assert.equal(exitCodeOfJob(job), exitCode, name);
          forgetPace(stage);
          const hit = control.calls.slice(before).filter((call) => isHit(call, endpoint, stage.accountIds));
          assert.equal(hit.length, asked, `${name}: ${String(hit.length)} calls`);
          // The account that is well lost nothing by its neighbour.
          if (isOfOne(endpoint))
            assert.equal(rowsOf(stage, 1), control.truth(stage.accountIds[1] ?? '').booked.length);
        }
        if (endpoint === 'transactions') assert.equal(rowsOf(stage, 0), 0);
        control.setFaults({ faults: [] });
        assert.equal((await stage.sync()).status, 'completed');
        assertLedgerIsTrue(stage);
        assert.deepEqual(stage.query('select state from connections_v1'), [{ state: 'active' }]);
        await assertStopsUntilTomorrow(stage, endpoint);
      }));
  }
});

/** As if time had passed: what 429s taught would make the rows after them slow. */
function forgetPace(stage: Stage): void {
  const db = new Database(stage.ledgerPath);
  db.exec('DELETE FROM provider_pauses');
  db.close();
}

/** `provider_request_limit_exceeded`: asked once, and not again today, however often the user syncs. */
async function assertStopsUntilTomorrow(stage: Stage, endpoint: Fault['endpoint']): Promise<void> {
  const { control } = stage.bank;
  control.setFaults({ faults: [faultOf(endpoint, 'provider_request_limit_exceeded')] });
  const before = control.calls.length;
  for (const round of ['first', 'second']) {
    const job = await stage.sync({}, 1);
    const failing = job.accounts.filter(({ status }) => status !== 'completed');
    assert.ok(failing.length > 0 && failing.every(({ failureKind }) => failureKind === 'daily-limit'), round);
    assert.equal(exitCodeOfJob(job), 5);
  }
  const hit = control.calls.slice(before).filter((call) => isHit(call, endpoint, stage.accountIds));
  assert.equal(hit.length, 1);
  assertLedgerIsTrue(stage);
}

type Stage = Parameters<Parameters<typeof withSyncStage>[1]>[0];

const rowsOf = (stage: Stage, index: number): number =>
  stage.query(
    "select 1 from transactions_v1 where account_id = ? and status = 'booked'",
    stage.accountIds[index],
  ).length;

function isHit(
  call: Stage['bank']['control']['calls'][number],
  endpoint: string,
  [first = '']: readonly string[],
): boolean {
  return call.endpoint === endpoint && (!isOfOne(endpoint) || call.path.includes(first));
}
