import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, test } from 'node:test';
import { createLedgerThread } from '../../../src-main/sync/ledger-thread.ts';
import { nowIso, temporaryFolder } from '../../support/ledger-fixture.ts';
import { workerFile } from '../../support/worker-file.ts';

describe('the thread for short ledger tasks', () => {
  test('answers in the order asked, also what had to wait', async (t) => {
    const ledger = createLedgerThread({ workerFile });
    t.after(ledger.close);
    const ledgerPath = path.join(temporaryFolder(t), 'passbook.sqlite');
    const asked = Array.from({ length: 60 }, (_, index) => index);
    const answered: number[] = [];
    await Promise.all(
      asked.map(async (index) => {
        await ledger.run({ kind: 'get-job', ledgerPath, jobId: `job-${index}`, nowIso });
        answered.push(index);
      }),
    );
    assert.deepEqual(answered, asked);
  });
});
