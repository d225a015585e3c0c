import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Failure } from '#shared/failure.ts';
import type { AccountOutcome, JobStatus } from '#shared/job.ts';
import { exitCodeOfFailure, exitCodeOfJob } from '../../../../src-main/terminal/exit-code.ts';
import { jobRecord } from '../../../support/terminal/fake-sync-run.ts';

const account = (status: AccountOutcome['status']): AccountOutcome => ({
  accountId: status,
  connectionId: 'c',
  displayName: status,
  status,
  transactionsSynced: 0,
  duplicates: 0,
  pages: 0,
  elapsedMs: 0,
});

describe('the exit code of a sync', () => {
  type Row = readonly [code: number, why: string, status: JobStatus, accounts: AccountOutcome['status'][]];
  const rows: readonly Row[] = [
    [0, 'all accounts completed', 'completed', ['completed', 'completed']],
    [0, 'there was nothing to do', 'completed', []],
    [1, 'no account completed', 'failed', ['failed', 'failed']],
    [1, 'it failed before any account was known', 'failed', []],
    [3, 'one completed, one failed', 'partial', ['completed', 'failed']],
    [3, 'the failing ones differ and some completed', 'partial', ['completed', 'failed', 'rate-limited']],
    [1, 'the failing ones differ and none completed', 'failed', ['failed', 'rate-limited']],
    [4, 'all failing ones need a reconnect', 'partial', ['completed', 'reconnect-needed']],
    [4, 'every account needs a reconnect', 'failed', ['reconnect-needed', 'reconnect-needed']],
    [5, 'all failing ones are rate limited', 'partial', ['completed', 'rate-limited']],
    [5, 'every account is rate limited', 'failed', ['rate-limited']],
    [130, 'it was cancelled', 'cancelled', ['completed', 'cancelled']],
    [130, 'it was cancelled while another account was rate limited', 'cancelled', ['rate-limited']],
    [1, 'time ran out with nothing stored', 'timed-out', ['timed-out']],
    [1, 'the process that ran it died', 'interrupted', []],
  ];
  for (const [code, why, status, accounts] of rows) {
    test(`is ${String(code)} when ${why}`, () => {
      assert.equal(exitCodeOfJob(jobRecord({ status, accounts: accounts.map(account) })), code);
    });
  }

  test('is 3 when time ran out with something stored', () => {
    const job = jobRecord({
      status: 'timed-out',
      accounts: [account('timed-out')],
      transactionsSynced: 5,
    });
    assert.equal(exitCodeOfJob(job), 3);
  });
});

describe('the exit code of a failure', () => {
  const rows: readonly (readonly [Failure, number])[] = [
    [{ kind: 'ledger-is-folder', path: '/' }, 1],
    [{ kind: 'wrong-client-secret' }, 1],
    [{ kind: 'nothing-connected' }, 1],
    [{ kind: 'not-found', what: 'account', id: 'x' }, 2],
    [{ kind: 'redirect-uri-unusable', redirectUri: 'x' }, 2],
    [{ kind: 'reconnect-needed', cause: 'no-token' }, 4],
    [{ kind: 'access-denied', code: 'access_denied' }, 4],
    [{ kind: 'rate-limited', untilIso: null }, 5],
    [{ kind: 'daily-limit', untilIso: '2026-01-07T00:00:00Z', decidedBy: 'bank' }, 5],
    [{ kind: 'cancelled' }, 130],
  ];
  for (const [failure, code] of rows) {
    test(`${failure.kind}: ${String(code)}`, () => assert.equal(exitCodeOfFailure(failure), code));
  }
});
