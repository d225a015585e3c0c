import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { JobStatus } from '#shared/job.ts';
import { succeeded } from '#shared/result.ts';
import { jobs } from '../../../../src-main/terminal/commands/jobs.ts';
import { fakeLedgerThread } from '../../../support/terminal/fake-ledger-thread.ts';
import { fakeParts } from '../../../support/terminal/fake-parts.ts';
import { fakeSurroundings } from '../../../support/terminal/fake-surroundings.ts';
import { jobRecord } from '../../../support/terminal/fake-sync-run.ts';
import { testContext } from '../../../support/terminal/test-context.ts';

async function told(statuses: readonly JobStatus[], jobId?: string, json = false): Promise<string> {
  const records = statuses.map((status, index) => jobRecord({ jobId: `job-${String(index)}`, status }));
  const ledger = fakeLedgerThread({
    'list-jobs': () => succeeded(records),
    'get-job': () => succeeded(records[0] ?? jobRecord()),
  });
  const terminal = fakeSurroundings();
  const context = testContext(terminal, { json, parts: fakeParts({ createLedger: () => ledger }) });
  assert.equal(await jobs(context, jobId, {}), 0);
  return terminal.out();
}

describe('passbook jobs, where a process was ended in the middle of a sync', () => {
  test('says how to go on, of the newest', async () => {
    assert.match(
      await told(['interrupted', 'completed']),
      /\nSync job-0: .*"passbook sync" goes on from there\.\n$/,
    );
  });

  test('says nothing of one that was followed by another sync', async () => {
    assert.doesNotMatch(await told(['completed', 'interrupted']), /goes on/);
  });

  test('says so of the job that is named', async () => {
    assert.match(
      await told(['interrupted'], 'job-0'),
      /^Sync interrupted: .*\n.*"passbook sync" goes on from there\.\n/,
    );
  });

  test('keeps stdout to the rows with --json', async () => {
    assert.equal((await told(['interrupted'], undefined, true)).trimEnd().split('\n').length, 1);
  });
});
