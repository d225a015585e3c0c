import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  foldWindow,
  initialWindowState,
  isSyncing,
  type WindowEvent,
} from '../../../../src-renderer/state/window-state.ts';
import { sampleNowIso, usedApp } from '../../../support/window/app-states.ts';
import { jobSample, progressSample } from '../../../support/window/job-samples.ts';

const fold = (...events: readonly WindowEvent[]) => events.reduce(foldWindow, initialWindowState);
const app = (changes: Partial<typeof usedApp> = {}): WindowEvent => ({
  kind: 'app',
  app: { ...usedApp, ...changes },
  atMs: 0,
});
const progress = (changes: Parameters<typeof progressSample>[0] = {}): WindowEvent => ({
  kind: 'progress',
  progress: progressSample(changes),
});

describe('the state of the window', () => {
  test('believes in the clock of the app', () => {
    assert.equal(fold(app()).clockOffsetMs, Date.parse(sampleNowIso));
  });

  test('a window opened in the middle of a sync shows it', () => {
    const state = fold(app({ progress: progressSample() }));
    assert.equal(state.running?.progress.jobId, 'job-7');
    assert.ok(isSyncing(state));
  });

  test('the bar goes on within a job and begins anew with the next', () => {
    const state = fold(app(), progress({ pagesDone: 15 }), progress({ pagesDone: 16, pagesPlanned: 64 }));
    assert.equal(state.running?.fraction, 0.75);
    const next = foldWindow(state, progress({ jobId: 'job-8', pagesDone: 1, pagesPlanned: 10 }));
    assert.equal(next.running?.fraction, 0.1);
  });

  test('a job that ended stays as its end, and what comes late of it is ignored', () => {
    const state = fold(app(), progress(), { kind: 'ended', job: jobSample() }, progress());
    assert.equal(state.running, null);
    assert.equal(state.ended?.jobId, 'job-7');
  });

  test('the next job takes the place of the last end', () => {
    const state = fold(app(), { kind: 'ended', job: jobSample() }, progress({ jobId: 'job-8' }));
    assert.equal(state.ended, null);
    assert.equal(state.running?.progress.jobId, 'job-8');
  });

  test('rows may have changed when an account is done and when the job ends, not with every number', () => {
    const running = fold(app(), progress(), progress({ transactionsSynced: 900 }));
    assert.equal(running.ledgerChanges, 0);
    const oneMore = foldWindow(running, progress({ accountsDone: 2 }));
    assert.equal(oneMore.ledgerChanges, 1);
    assert.equal(foldWindow(oneMore, { kind: 'ended', job: jobSample() }).ledgerChanges, 2);
  });

  test('what is known of jobs goes with the ledger they are in, and tables look at the next one', () => {
    const jobs = [jobSample()];
    const before = fold(app(), { kind: 'jobs', jobs }, { kind: 'ended', job: jobSample() });
    const state = foldWindow(before, app({ ledgerPath: '/home/ada/other.sqlite' }));
    assert.deepEqual([state.jobs, state.ended], [null, null]);
    assert.equal(state.ledgerChanges, before.ledgerChanges + 1);
    assert.equal(
      foldWindow(state, app({ ledgerPath: '/home/ada/other.sqlite' })).ledgerChanges,
      state.ledgerChanges,
    );
  });

  test('an ended job is first in the list of jobs, once', () => {
    const old = jobSample({ jobId: 'job-6' });
    const state = fold(
      { kind: 'jobs', jobs: [jobSample({ status: 'syncing' }), old] },
      {
        kind: 'ended',
        job: jobSample(),
      },
    );
    assert.deepEqual(
      state.jobs?.map(({ jobId, status }) => `${jobId} ${status}`),
      ['job-7 completed', 'job-6 completed'],
    );
  });

  test('a bank that was connected before the window opened gets no welcome, one after does', () => {
    const connect = { kind: 'connected', connectionId: 'c1', jobId: 'job-7' } as const;
    assert.equal(fold(app({ connect })).welcomedJobId, 'job-7');
    assert.equal(fold(app(), app({ connect })).welcomedJobId, null);
  });

  test('a state that did not change a part keeps that part, so that nothing else is drawn', () => {
    const before = fold(app(), progress());
    const after = foldWindow(before, progress({ transactionsSynced: 451 }));
    assert.equal(after.app, before.app);
    assert.equal(after.jobs, before.jobs);
  });
});
