import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { succeeded } from '#shared/result.ts';
import { followJob } from '../../../../src-main/sync/follow-job.ts';
import type { SyncRun } from '../../../../src-main/sync/sync-run.ts';
import { createManualClock } from '../../../support/manual-clock.ts';
import { fakeLedgerThread } from '../../../support/terminal/fake-ledger-thread.ts';
import { fakeSyncRun, jobRecord } from '../../../support/terminal/fake-sync-run.ts';

const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Follows a job whose owner has died. */
const followDead = (takeOver: () => Promise<SyncRun | null>): SyncRun =>
  followJob(
    {
      ledger: fakeLedgerThread({ 'get-job': () => succeeded(jobRecord({ status: 'interrupted' })) }),
      ledgerPath: '/l.sqlite',
      clock: createManualClock(),
    },
    'job-1',
    takeOver,
  );

describe('a job that another process ran and left', () => {
  test('is gone on with by a job of our own, which is cancelled with it', async () => {
    const heir = fakeSyncRun();
    const run = followDead(() => Promise.resolve(heir));
    await settle();
    run.cancel();
    assert.equal(heir.cancels(), 1);
    heir.end({ status: 'cancelled' });
    assert.equal((await run.done).status, 'cancelled');
  });

  test('is cancelled also while that job is only just being made', async () => {
    const heir = fakeSyncRun();
    const { promise: made, resolve: make } = Promise.withResolvers<SyncRun>();
    const run = followDead(() => made);
    await settle();
    run.cancel();
    make(heir);
    await settle();
    assert.equal(heir.cancels(), 1);
    heir.end({ status: 'cancelled' });
    assert.equal((await run.done).status, 'cancelled');
  });
});
