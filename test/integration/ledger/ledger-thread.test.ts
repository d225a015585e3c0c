import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, test, type TestContext } from 'node:test';
import { createLedgerThread } from '../../../src-main/sync/ledger-thread.ts';
import { nowIso, temporaryFolder } from '../../support/ledger-fixture.ts';
import { workerFile } from '../../support/worker-file.ts';

/** A thread, and a small question to it. */
function askedThread(t: TestContext): (jobId: string) => Promise<unknown> {
  const ledger = createLedgerThread({ workerFile });
  t.after(ledger.close);
  const ledgerPath = path.join(temporaryFolder(t), 'passbook.sqlite');
  return (jobId) => ledger.run({ kind: 'get-job', ledgerPath, jobId, nowIso });
}

describe('the thread for short ledger tasks', () => {
  test('answers in the order asked, also what had to wait', async (t) => {
    const ask = askedThread(t);
    const asked = Array.from({ length: 60 }, (_, index) => index);
    const answered: number[] = [];
    await Promise.all(
      asked.map(async (index) => {
        await ask(`job-${index}`);
        answered.push(index);
      }),
    );
    assert.deepEqual(answered, asked);
  });

  // Three of them: with the pool's usual order a fourth question is then never answered at all.
  test('answers one question while others are asked again and again', async (t) => {
    const ask = askedThread(t);
    let left = 300;
    const askOn = async (): Promise<void> => {
      while (left > 0) {
        left -= 1;
        await ask('again');
      }
    };
    const others = Promise.all([askOn(), askOn(), askOn()]);
    await ask('once');
    assert.ok(left > 290, `${left} of 300 were left to ask`);
    await others;
  });
});
