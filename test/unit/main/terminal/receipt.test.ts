import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { succeeded } from '#shared/result.ts';
import { jobs, type JobsOptions } from '../../../../src-main/terminal/commands/jobs.ts';
import { fakeLedgerThread } from '../../../support/terminal/fake-ledger-thread.ts';
import { fakeParts } from '../../../support/terminal/fake-parts.ts';
import { fakeSurroundings } from '../../../support/terminal/fake-surroundings.ts';
import { testContext } from '../../../support/terminal/test-context.ts';
import { receiptSample } from '../../../support/window/receipt-samples.ts';

async function told(jobId: string | undefined, options: JobsOptions, json = false) {
  const ledger = fakeLedgerThread({
    'get-receipt': () => succeeded({ ...receiptSample, undoneAt: '2026-11-23T15:00:00.000Z' }),
    'export-receipt': () => succeeded({ entries: 4 }),
  });
  const terminal = fakeSurroundings();
  const context = testContext(terminal, { json, parts: fakeParts({ createLedger: () => ledger }) });
  return { code: await jobs(context, jobId, options), out: terminal.out(), err: terminal.err(), ledger };
}

describe('passbook jobs ID --receipt', () => {
  test('lists what was asked and what came of it, page by page, with sums', async () => {
    const { code, out } = await told('job-7', { receipt: true });
    assert.equal(code, 0);
    assert.match(out, /refused: too old {2}2020-11-24 {2}2026-08-25 +0 +0 +0 +0\n/);
    assert.match(out, /booked +2026-10-25 {2}2026-11-23 +200 +142 +130 +11 +1 +2 +3\n/);
    assert.match(out, /\n3 pages, 446 rows: 430 new, 12 duplicates, 4 changed; 2 removed, 3 settled\.\n/);
    assert.match(out, /\nTaken back on 23 November 2026 at /);
  });

  test('--json prints the receipt whole', async () => {
    const { out } = await told('job-7', { receipt: true }, true);
    assert.deepEqual(JSON.parse(out), { ...receiptSample, undoneAt: '2026-11-23T15:00:00.000Z' });
  });

  test('--out writes it to a file', async () => {
    const { code, out, ledger } = await told('job-7', { receipt: true, out: '/tmp/receipt.json' });
    assert.equal(code, 0);
    assert.equal(out, 'The receipt of job-7 is in /tmp/receipt.json.\n');
    const task = ledger.tasks.find(({ kind }) => kind === 'export-receipt');
    assert.equal(task?.kind === 'export-receipt' && task.out, '/tmp/receipt.json');
  });

  for (const [jobId, options, sentence] of [
    [undefined, { receipt: true }, /Name the job/],
    ['job-7', { out: '/tmp/receipt.json' }, /--out goes with --receipt/],
  ] as const) {
    test(`is refused where it makes no sense: ${sentence.source}`, async () => {
      const { code, err } = await told(jobId, options);
      assert.equal(code, 2);
      assert.match(err, sentence);
    });
  }
});
