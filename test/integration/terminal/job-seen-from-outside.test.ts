import assert from 'node:assert/strict';
import { test } from 'node:test';
import { progressSchema } from '#shared/progress.ts';
import { bankAtHand } from '../../support/terminal/bank-at-hand.ts';
import { recordsOf, runPassbook } from '../../support/terminal/run-passbook.ts';

test('another process sees a job while it runs, and its end afterwards', async (t) => {
  const at = await bankAtHand({
    accounts: 2,
    cards: 0,
    transactions: 500,
    pending: 0,
    days: 720,
    latencyMs: 400,
  });
  t.after(at.close);
  const passbook = await at.connect('--workers', '1');
  const { jobId } = await passbook.record('progress');
  const look = async () => {
    const args = ['jobs', String(jobId), '--json', '--ledger', at.ledger];
    const { code, out, err } = await runPassbook(args, { home: at.home });
    assert.equal(code, 0, err);
    const [job, ...rest] = recordsOf(out);
    assert.deepEqual(rest, []);
    return job ?? {};
  };

  const during = await look();
  assert.equal(during['status'], 'syncing');
  assert.ok(progressSchema.safeParse(during).success, JSON.stringify(during));
  assert.equal(during['finishedAt'], null);

  // Its readers do not stand in the way of the writer, nor it in theirs.
  const others = ['accounts', 'connections', 'jobs', 'transactions'].map((command) =>
    runPassbook([command, '--json', '--ledger', at.ledger], { home: at.home }),
  );
  for (const { code, err } of await Promise.all(others)) assert.equal(code, 0, err);

  const { out } = await passbook.ended;
  const summary = recordsOf(out).at(-1) ?? {};
  const afterwards = await look();
  for (const field of ['status', 'transactionsSynced', 'duplicates', 'errors', 'accounts', 'performance']) {
    assert.deepEqual(afterwards[field], summary[field], field);
  }
  assert.equal(afterwards['status'], 'completed');
  assert.equal(afterwards['transactionsSynced'], 1000);
});
