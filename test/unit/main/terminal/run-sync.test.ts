import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { failed, succeeded } from '#shared/result.ts';
import type { SyncEvent } from '#shared/sync-event.ts';
import { runSync } from '../../../../src-main/terminal/run-sync.ts';
import { fakeLedgerThread } from '../../../support/terminal/fake-ledger-thread.ts';
import { fakeParts } from '../../../support/terminal/fake-parts.ts';
import { fakeSurroundings, type FakeSurroundings } from '../../../support/terminal/fake-surroundings.ts';
import { fakeSyncRun, type FakeSyncRun } from '../../../support/terminal/fake-sync-run.ts';
import { testContext } from '../../../support/terminal/test-context.ts';

const request = { requestedBy: 'user', attended: true } as const;

/** Starts `runSync` over a job the test steers; resolves once the job is being followed. */
async function following(
  terminal: FakeSurroundings,
  options: { readonly json?: boolean; readonly joined?: boolean } = {},
): Promise<{ readonly run: FakeSyncRun; readonly exit: Promise<number> }> {
  const run = fakeSyncRun({ joined: options.joined ?? false });
  const parts = fakeParts({ start: () => succeeded(run) });
  const context = testContext(terminal, { parts, json: options.json ?? false });
  const tokens = parts.createAccessTokens({
    store: { kind: 'memory', read: never, write: never, erase: never },
    clock: context.clock,
    lockFolder: '',
  });
  const exit = runSync(context, { ledger: fakeLedgerThread(), tokens, request, workers: 2 });
  while (run.listeners() === 0) await Promise.resolve();
  return { run, exit };
}

const never = (): Promise<never> => Promise.reject(new Error('not expected'));

const page: SyncEvent = {
  kind: 'page-stored',
  accountId: 'a',
  displayName: 'Current',
  page: 1,
  from: '2026-01-01',
  to: '2026-01-31',
  fetched: 100,
  inserted: 100,
  duplicates: 0,
  updated: 0,
  removed: 0,
  pagesAhead: 0,
  pageMs: 1,
};

describe('following a job', () => {
  test('with --json: progress objects, then one summary with the same fields, and nothing else', async () => {
    const terminal = fakeSurroundings();
    const { run, exit } = await following(terminal, { json: true });
    run.push({ status: 'syncing', totalAccounts: 1, transactionsSynced: 5 });
    run.tell(page);
    run.end({ transactionsSynced: 9 });
    assert.equal(await exit, 0);
    const [progress, summary, ...rest] = terminal.records();
    assert.deepEqual(rest, []);
    assert.equal(progress?.['type'], 'progress');
    assert.equal(progress['transactionsSynced'], 5);
    assert.equal(summary?.['type'], 'summary');
    for (const field of Object.keys(progress)) assert.ok(field in summary, field);
    assert.equal(summary['transactionsSynced'], 9);
    assert.deepEqual(summary['accounts'], []);
    assert.ok('performance' in summary);
  });

  test('piped: a line when the account changes, a line a page, and none for progress alone', async () => {
    const terminal = fakeSurroundings();
    const { run, exit } = await following(terminal);
    for (const rows of [0, 50, 100]) {
      run.push({ currentAccount: 'Current', totalAccounts: 1, transactionsSynced: rows });
    }
    run.tell(page);
    run.end({ transactionsSynced: 100 });
    await exit;
    assert.deepEqual(terminal.out().trimEnd().split('\n'), [
      'Syncing Current (0/1 accounts) - 0 transactions',
      'Page 1: fetched 100 transactions (Current)',
      'Sync complete: 100 synced, 0 duplicates, 0 errors',
    ]);
  });

  test('says why an account did not finish', async () => {
    const terminal = fakeSurroundings();
    const { run, exit } = await following(terminal);
    const reason = 'The bank asks for a pause.';
    run.end({
      status: 'failed',
      accounts: [
        {
          accountId: 'a',
          connectionId: 'c',
          displayName: 'Current',
          status: 'rate-limited',
          reason,
          transactionsSynced: 0,
          duplicates: 0,
          pages: 0,
          elapsedMs: 1,
        },
      ],
    });
    assert.equal(await exit, 5);
    assert.match(terminal.out(), /Current: The bank asks for a pause\./);
  });

  test('a job of another process is said to be one', async () => {
    const terminal = fakeSurroundings();
    const { run, exit } = await following(terminal, { joined: true });
    run.end({});
    await exit;
    assert.match(terminal.out(), /running already \(job job-1\)/);
  });

  test('the first Ctrl-C cancels the job and waits for its end', async () => {
    const terminal = fakeSurroundings();
    const { run, exit } = await following(terminal);
    terminal.pressCtrlC();
    assert.equal(run.cancels(), 1);
    assert.deepEqual(terminal.exits, []);
    run.end({ status: 'cancelled' });
    assert.equal(await exit, 130);
    assert.match(terminal.out(), /Press Ctrl-C again to stop at once/);
  });

  test('the second Ctrl-C ends the process at once and gives the cursor back', async () => {
    const terminal = fakeSurroundings({ isTty: true });
    const { run, exit } = await following(terminal);
    terminal.pressCtrlC();
    terminal.pressCtrlC();
    assert.deepEqual(terminal.exits, [130]);
    assert.equal(run.cancels(), 1);
    assert.ok(terminal.out().endsWith('\u001b[?25h'));
    run.end({ status: 'cancelled' });
    await exit;
  });

  test('lets go of the job and of Ctrl-C when it is over', async () => {
    const terminal = fakeSurroundings();
    const { run, exit } = await following(terminal);
    run.end({});
    await exit;
    assert.equal(run.listeners(), 0);
    assert.equal(terminal.interruptListeners(), 0);
  });
});

test('a job that cannot start is a sentence, or an error object', async () => {
  const parts = fakeParts({ start: () => failed({ kind: 'nothing-connected' }) });
  const terminal = fakeSurroundings();
  const context = testContext(terminal, { parts, json: true });
  const tokens = parts.createAccessTokens({
    store: { kind: 'memory', read: never, write: never, erase: never },
    clock: context.clock,
    lockFolder: '',
  });
  const code = await runSync(context, { ledger: fakeLedgerThread(), tokens, request, workers: 2 });
  assert.equal(code, 1);
  assert.equal(terminal.records()[0]?.['type'], 'error');
  assert.equal(terminal.records()[0]?.['kind'], 'nothing-connected');
  assert.match(terminal.err(), /No bank is connected/);
});
