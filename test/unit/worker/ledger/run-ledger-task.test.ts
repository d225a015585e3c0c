import assert from 'node:assert/strict';
import { existsSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test, type TestContext } from 'node:test';
import type { LedgerTask } from '#shared/ledger-tasks.ts';
import { initialProgress } from '#shared/progress.ts';
import type { LedgerSurroundings } from '../../../../src-worker/tasks/ledger-surroundings.ts';
import { runLedgerTask } from '../../../../src-worker/tasks/run-ledger-task.ts';
import { closeLedgerOfThread } from '../../../../src-worker/tasks/thread-ledger.ts';
import { bankRow } from '../../../support/bank-rows.ts';
import {
  accountIn,
  answered,
  connection,
  nowIso,
  temporaryFolder,
  temporaryLedger,
} from '../../../support/ledger-fixture.ts';

const world: LedgerSurroundings = {
  processes: { host: 'here', isAlive: (pid) => pid === 1, startOf: () => null },
  random: () => 0.25,
  nowIso: () => nowIso,
};

/** A path with no file yet; the thread's handle is closed after the test. */
function newPath(t: TestContext): string {
  const ledgerPath = path.join(temporaryFolder(t), 'passbook.sqlite');
  t.after(() => closeLedgerOfThread(ledgerPath));
  return ledgerPath;
}

function makeJob(ledgerPath: string, pid = 1): string {
  const request = { requestedBy: 'user', attended: true } as const;
  const made = runLedgerTask(
    { kind: 'create-job', ledgerPath, request, owner: { host: 'here', pid }, nowIso },
    world,
  );
  assert.ok(made.ok);
  return made.value.jobId;
}

describe('a ledger that is not there', () => {
  const questions: readonly { task: (ledgerPath: string) => LedgerTask; answer: unknown }[] = [
    {
      task: (ledgerPath) => ({ kind: 'list-jobs', ledgerPath, limit: 9, nowIso }),
      answer: { ok: true, value: [] },
    },
    { task: (ledgerPath) => ({ kind: 'list-accounts', ledgerPath }), answer: { ok: true, value: [] } },
    { task: (ledgerPath) => ({ kind: 'list-connections', ledgerPath }), answer: { ok: true, value: [] } },
    {
      task: (ledgerPath) => ({ kind: 'list-transactions', ledgerPath, limit: 9 }),
      answer: { ok: true, value: [] },
    },
    { task: (ledgerPath) => ({ kind: 'load-connections', ledgerPath }), answer: { ok: true, value: [] } },
    {
      task: (ledgerPath) => ({ kind: 'load-connections', ledgerPath, connectionId: 'c' }),
      answer: { ok: false, failure: { kind: 'not-found', what: 'connection', id: 'c' } },
    },
    {
      task: (ledgerPath) => ({ kind: 'get-job', ledgerPath, jobId: 'j', nowIso }),
      answer: { ok: false, failure: { kind: 'not-found', what: 'job', id: 'j' } },
    },
    {
      task: (ledgerPath) => ({
        kind: 'export-transactions',
        ledgerPath,
        format: 'csv',
        out: `${ledgerPath}.csv`,
        nowIso,
      }),
      answer: { ok: false, failure: { kind: 'nothing-connected' } },
    },
    {
      task: (ledgerPath) => ({ kind: 'check-ledger', ledgerPath }),
      answer: { ok: true, value: { exists: false, problems: [], transactions: 0 } },
    },
  ];
  for (const { task, answer } of questions) {
    test(`answers ${task('').kind} without being made`, (t) => {
      const ledgerPath = newPath(t);
      assert.deepEqual(runLedgerTask(task(ledgerPath), world), answer);
      assert.equal(existsSync(ledgerPath), false);
    });
  }
});

describe('jobs as tasks', () => {
  test('a job is its last progress, with counters no smaller than what was stored', (t) => {
    const ledger = temporaryLedger(t);
    t.after(() => closeLedgerOfThread(ledger.path));
    const account = accountIn(ledger);
    account.storeWindow(answered([bankRow(), bankRow()]));
    const { jobId } = account;
    const progress = {
      ...initialProgress(jobId),
      status: 'syncing' as const,
      pagesPlanned: 4,
      errors: 1,
      currentAccount: 'Card',
    };
    runLedgerTask({ kind: 'record-progress', ledgerPath: ledger.path, progress, nowIso }, world);
    const job = runLedgerTask({ kind: 'get-job', ledgerPath: ledger.path, jobId, nowIso }, world);
    assert.ok(job.ok);
    const { status, transactionsSynced, pagesDone, pagesPlanned, errors, currentAccount, finishedAt } =
      job.value;
    assert.deepEqual(
      { status, transactionsSynced, pagesDone, pagesPlanned, errors, currentAccount, finishedAt },
      {
        status: 'syncing',
        transactionsSynced: 2,
        pagesDone: 1,
        pagesPlanned: 4,
        errors: 1,
        currentAccount: 'Card',
        finishedAt: null,
      },
    );
  });

  test('a job ends with what its owner tells', (t) => {
    const ledgerPath = newPath(t);
    const jobId = makeJob(ledgerPath);
    const outcome = {
      accountId: 'a',
      connectionId: 'c',
      displayName: 'A',
      status: 'completed',
      transactionsSynced: 1,
      duplicates: 0,
      pages: 1,
      elapsedMs: 5,
    } as const;
    const progress = { ...initialProgress(jobId), transactionsSynced: 1, rateLimited: 2 };
    const end = {
      jobId,
      status: 'completed' as const,
      progress,
      accounts: [outcome],
      performance: null,
      nowIso,
    };
    assert.deepEqual(runLedgerTask({ kind: 'finish-job', ledgerPath, ...end }, world), {
      ok: true,
      value: null,
    });
    const listed = runLedgerTask({ kind: 'list-jobs', ledgerPath, limit: 5, nowIso }, world);
    assert.ok(listed.ok);
    const [job] = listed.value;
    assert.deepEqual(
      [job?.status, job?.finishedAt, job?.rateLimited, job?.accounts],
      ['completed', nowIso, 2, [outcome]],
    );
  });

  test('a dead owner is noticed by whoever looks, and heard when it speaks again', (t) => {
    const ledgerPath = newPath(t);
    const jobId = makeJob(ledgerPath, 2);
    const status = () => {
      const job = runLedgerTask({ kind: 'get-job', ledgerPath, jobId, nowIso }, world);
      return job.ok ? [job.value.status, job.value.finishedAt] : job.failure;
    };
    assert.deepEqual(status(), ['interrupted', nowIso]);
    const progress = { ...initialProgress(jobId), status: 'syncing' as const };
    runLedgerTask({ kind: 'record-progress', ledgerPath, progress, nowIso }, world);
    const alive = { ...world, processes: { host: 'here', isAlive: () => true, startOf: () => null } };
    const job = runLedgerTask({ kind: 'get-job', ledgerPath, jobId, nowIso }, alive);
    assert.ok(job.ok && job.value.status === 'syncing');
  });

  test('a job nobody made cannot be written to', (t) => {
    const ledgerPath = newPath(t);
    runLedgerTask({ kind: 'open-ledger', ledgerPath, nowIso }, world);
    const progress = initialProgress('none');
    const missing = { ok: false, failure: { kind: 'not-found', what: 'job', id: 'none' } };
    assert.deepEqual(
      runLedgerTask({ kind: 'record-progress', ledgerPath, progress, nowIso }, world),
      missing,
    );
  });
});

describe('the ledger file under the tasks', () => {
  test('is opened anew when it was moved away', (t) => {
    const ledgerPath = newPath(t);
    const open = () => runLedgerTask({ kind: 'open-ledger', ledgerPath, nowIso }, world);
    const first = open();
    assert.ok(first.ok && first.value.created);
    runLedgerTask({ kind: 'save-connection', ledgerPath, connection: connection(), nowIso }, world);
    renameSync(ledgerPath, `${ledgerPath}.moved`);
    const second = open();
    assert.ok(second.ok && second.value.created);
    assert.deepEqual(runLedgerTask({ kind: 'load-connections', ledgerPath }, world), { ok: true, value: [] });
  });

  test('damage is a failure, not a crash', (t) => {
    const ledger = temporaryLedger(t);
    accountIn(ledger).storeWindow(answered(Array.from({ length: 500 }, () => bankRow())));
    ledger.close();
    const bytes = readFileSync(ledger.path);
    const middle = Math.floor(bytes.length / 4096 / 2) * 4096;
    bytes.fill(0xff, middle, bytes.length);
    writeFileSync(ledger.path, bytes);
    t.after(() => closeLedgerOfThread(ledger.path));
    const listed = runLedgerTask({ kind: 'list-transactions', ledgerPath: ledger.path, limit: 1e6 }, world);
    assert.deepEqual(listed, { ok: false, failure: { kind: 'ledger-damaged', path: ledger.path } });
    const checked = runLedgerTask({ kind: 'check-ledger', ledgerPath: ledger.path }, world);
    assert.ok(checked.ok ? checked.value.problems.length > 0 : checked.failure.kind === 'ledger-damaged');
  });

  test('a whole one has no problems', (t) => {
    const ledger = temporaryLedger(t);
    accountIn(ledger).storeWindow(answered([bankRow()]));
    assert.deepEqual(runLedgerTask({ kind: 'check-ledger', ledgerPath: ledger.path }, world), {
      ok: true,
      value: { exists: true, problems: [], transactions: 1 },
    });
    assert.equal(statSync(ledger.path).mode & 0o777, 0o600);
  });
});
