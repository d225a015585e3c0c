import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { SyncRequest } from '#shared/ledger-tasks.ts';
import { failed, succeeded } from '#shared/result.ts';
import { createSyncDesk } from '../../../../src-main/app/sync-desk.ts';
import { logInMemory } from '../../../support/desktop/log-in-memory.ts';
import { type FakeSyncRun, fakeSyncRun } from '../../../support/terminal/fake-sync-run.ts';

const all: SyncRequest = { requestedBy: 'user', attended: true };
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function stage() {
  const runs: { readonly request: SyncRequest; readonly run: FakeSyncRun }[] = [];
  const ended: (readonly [status: string, byQuit: boolean])[] = [];
  const desk = createSyncDesk({
    runner: () => ({
      start: (request) => {
        if (request.accountId === 'unknown') return Promise.resolve(failed({ kind: 'nothing-connected' }));
        const run = { ...fakeSyncRun(), jobId: `job-${runs.length + 1}` };
        runs.push({ request, run });
        return Promise.resolve(succeeded(run));
      },
    }),
    options: () => ({ workers: 2 }),
    onStarting: () => undefined,
    onStarted: () => undefined,
    onProgress: () => undefined,
    onEnding: () => Promise.resolve(),
    onEnded: ({ status }, byQuit) => void ended.push([status, byQuit]),
    log: logInMemory(),
  });
  return { desk, runs, ended };
}

describe('the sync desk', () => {
  test('runs one job however often Sync is pressed', async () => {
    const { desk, runs } = stage();
    const [first, second] = await Promise.all([desk.start(all), desk.start(all)]);
    assert.deepEqual(first, succeeded({ jobId: 'job-1' }));
    assert.deepEqual(second, first);
    assert.equal(runs.length, 1);
  });

  test('is free again once the job has ended, and says how it ended', async () => {
    const { desk, runs, ended } = stage();
    await desk.start(all);
    assert.equal(desk.running()?.request, all);
    runs[0]?.run.end({ status: 'partial' });
    await settle();
    assert.equal(desk.running(), null);
    assert.deepEqual(ended, [['partial', false]]);
    await desk.start(all);
    assert.equal(runs.length, 2);
  });

  test('does what a running job does not cover right after it, once', async () => {
    const { desk, runs } = stage();
    await desk.start({ ...all, connectionId: 'a' });
    await desk.start({ ...all, connectionId: 'a', accountId: 'a1' });
    await desk.start({ ...all, connectionId: 'b' });
    await desk.start({ ...all, connectionId: 'b' });
    assert.equal(runs.length, 1);
    runs[0]?.run.end({});
    await settle();
    assert.deepEqual(
      runs.map(({ request }) => request.connectionId),
      ['a', 'b'],
    );
    runs[1]?.run.end({});
    await settle();
    assert.equal(runs.length, 2);
  });

  test('makes one job of everything out of two different wishes that wait', async () => {
    const { desk, runs } = stage();
    await desk.start({ ...all, connectionId: 'a' });
    await desk.start({ ...all, connectionId: 'b' });
    await desk.start({ ...all, accountId: 'c1' });
    runs[0]?.run.end({});
    await settle();
    assert.deepEqual(runs[1]?.request, all);
  });

  test('counts an attended wish as more than an unattended job', async () => {
    const { desk, runs } = stage();
    await desk.start({ requestedBy: 'schedule', attended: false });
    await desk.start(all);
    runs[0]?.run.end({});
    await settle();
    assert.equal(runs[1]?.request.attended, true);
  });

  test('does the first sync of a new bank after a job of everything that began before it', async () => {
    const { desk, runs } = stage();
    await desk.start(all);
    const first: SyncRequest = { requestedBy: 'connect', attended: true, connectionId: 'new' };
    await desk.start(first);
    runs[0]?.run.end({});
    await settle();
    assert.deepEqual(runs[1]?.request, first);
  });

  test('begins anew for whoever asks after a cancel, once the cancelled job is over', async () => {
    const { desk, runs } = stage();
    await desk.start(all);
    desk.cancel();
    await desk.start(all);
    runs[0]?.run.end({ status: 'cancelled' });
    await settle();
    assert.equal(runs.length, 2);
    assert.equal(runs[1]?.run.cancels(), 0);
  });

  test('forgets what waited when the user cancels', async () => {
    const { desk, runs } = stage();
    await desk.start({ ...all, connectionId: 'a' });
    await desk.start({ ...all, connectionId: 'b' });
    desk.cancel();
    assert.equal(runs[0]?.run.cancels(), 1);
    runs[0].run.end({ status: 'cancelled' });
    await settle();
    assert.equal(runs.length, 1);
  });

  test('hands on why a job did not start, and can start another', async () => {
    const { desk } = stage();
    assert.deepEqual(
      await desk.start({ ...all, accountId: 'unknown' }),
      failed({ kind: 'nothing-connected' }),
    );
    assert.deepEqual(await desk.start(all), succeeded({ jobId: 'job-1' }));
  });

  test('closes by cancelling and waiting, and takes nothing more', async () => {
    const { desk, runs, ended } = stage();
    await desk.start(all);
    let closed = false;
    const closing = desk.close().then(() => {
      closed = true;
    });
    await settle();
    assert.equal(runs[0]?.run.cancels(), 1);
    assert.equal(closed, false);
    runs[0].run.end({ status: 'cancelled' });
    await closing;
    assert.deepEqual(ended, [['cancelled', true]]);
    assert.deepEqual(await desk.start(all), failed({ kind: 'cancelled' }));
  });
});

describe('the sync desk between two jobs', () => {
  test('cancels a job that was asked for before the cancel and starts after it', async () => {
    const { desk, runs } = stage();
    const starting = desk.start(all);
    desk.cancel();
    await starting;
    assert.equal(runs[0]?.run.cancels(), 1);
    runs[0].run.end({ status: 'cancelled' });
    await settle();
    await desk.start(all);
    assert.equal(runs[1]?.run.cancels(), 0);
  });

  test('stops by cancelling, also what is only just starting, and waits for the end', async () => {
    const { desk, runs } = stage();
    const starting = desk.start({ ...all, connectionId: 'a' });
    let stopped = false;
    const stopping = desk.stop().then(() => {
      stopped = true;
    });
    await starting;
    await settle();
    assert.equal(runs[0]?.run.cancels(), 1);
    assert.equal(stopped, false);
    runs[0].run.end({ status: 'cancelled' });
    await stopping;
    assert.equal(desk.running(), null);
    assert.deepEqual(await desk.start(all), succeeded({ jobId: 'job-2' }));
  });

  test('has what is asked for meanwhile wait while something is done that no job may meet', async () => {
    const { desk, runs } = stage();
    const { promise: moved, resolve: move } = Promise.withResolvers<string>();
    const alone = desk.alone(() => moved);
    const starting = desk.start(all);
    await settle();
    assert.equal(runs.length, 0);
    move('moved');
    assert.equal(await alone, 'moved');
    await starting;
    assert.equal(runs.length, 1);
  });

  test('does not do such a thing while a job runs, or is about to', async () => {
    const { desk } = stage();
    const starting = desk.start(all);
    const meets = (): Promise<string> => Promise.reject(new Error('It met a job'));
    assert.equal(await desk.alone(meets), null);
    await starting;
    assert.equal(await desk.alone(meets), null);
  });

  test('goes on after such a thing threw', async () => {
    const { desk, runs } = stage();
    await assert.rejects(desk.alone(() => Promise.reject(new Error('a bug'))));
    await desk.start(all);
    assert.equal(runs.length, 1);
  });
});
