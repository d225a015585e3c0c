import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { failed, succeeded } from '#shared/result.ts';
import { ipcPushes, type IpcPush } from '#shared/ipc/ipc-contract.ts';
import { openWindowStore } from '../../../../src-renderer/state/window-store.ts';
import { createBridgeDouble } from '../../../support/bridge-double.ts';
import { newApp, sampleNowIso, usedApp } from '../../../support/window/app-states.ts';
import { jobSample, progressSample } from '../../../support/window/job-samples.ts';

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

async function openStore(state = usedApp) {
  const app = createBridgeDouble(state);
  const store = openWindowStore(app.bridge, () => 1000);
  await settled();
  return { app, store };
}

describe('the store of the window', () => {
  test('asks for the state once and then lives by what it is told', async () => {
    const { app, store } = await openStore();
    app.push('sync.progress', progressSample());
    assert.deepEqual(
      app.calls.map(({ name }) => name),
      ['app.state', 'ledger.update'],
    );
    assert.equal(store.get().running?.progress.transactionsSynced, 450);
    assert.equal(store.nowMs(), Date.parse(sampleNowIso));
  });

  test('an update under way is known before anything else is answered; a push is newer than the answer', async () => {
    const app = createBridgeDouble(newApp);
    const update = { ledgerPath: '/l', copyPath: '/l.bak', step: 2, steps: 3, isCopying: false };
    app.script('app.state', () => Promise.withResolvers<never>().promise);
    app.script('ledger.update', () => succeeded(update));
    const store = openWindowStore(app.bridge, () => 0);
    await settled();
    assert.deepEqual([store.get().app, store.get().updating], [null, update]);
    app.push('ledger.updating', null);
    assert.equal(store.get().updating, null);

    const late = openWindowStore(app.bridge, () => 0);
    app.push('ledger.updating', null);
    await settled();
    assert.equal(late.get().updating, null);
  });

  test('a push that overtakes the first answer wins', async () => {
    const app = createBridgeDouble(newApp);
    const answer = Promise.withResolvers<void>();
    app.script('app.state', async () => {
      await answer.promise;
      return succeeded(newApp);
    });
    const store = openWindowStore(app.bridge, () => 0);
    app.push('app.changed', usedApp);
    answer.resolve();
    await settled();
    assert.equal(store.get().app?.connections.length, 2);
  });

  test('a failed call is the notice until the next one works', async () => {
    const { app, store } = await openStore();
    app.script('sync.start', () => failed({ kind: 'nothing-connected' }));
    assert.equal(await store.act('sync.start', {}), null);
    assert.deepEqual(store.get().notice, { kind: 'nothing-connected' });
    app.script('sync.start', () => succeeded({ jobId: 'job-8' }));
    assert.deepEqual(await store.act('sync.start', {}), { jobId: 'job-8' });
    assert.equal(store.get().notice, null);
  });

  test('a call that works later than another one failed does not take that one’s notice away', async () => {
    const { app, store } = await openStore();
    const { promise: saved, resolve: save } = Promise.withResolvers<void>();
    app.script('export.save', async () => {
      await saved;
      return succeeded(null);
    });
    app.script('sync.start', () => failed({ kind: 'nothing-connected' }));
    const saving = store.act('export.save', { format: 'csv' });
    await store.act('sync.start', {});
    save();
    await saving;
    assert.deepEqual(store.get().notice, { kind: 'nothing-connected' });
  });

  test('main can open a place', async () => {
    const { app, store } = await openStore();
    app.push('place.open', { kind: 'account', accountId: 'a3' });
    assert.deepEqual(store.get().place, { kind: 'account', accountId: 'a3' });
  });

  test('the jobs are asked for when a page needs them, and kept up by the ends', async () => {
    const { app, store } = await openStore();
    app.script('jobs.list', () => succeeded([jobSample({ jobId: 'job-6' })]));
    await store.loadJobs();
    app.push('sync.ended', jobSample());
    assert.deepEqual(
      store.get().jobs?.map(({ jobId }) => jobId),
      ['job-7', 'job-6'],
    );
  });

  test('a closed store listens no more', async () => {
    const { app, store } = await openStore();
    store.close();
    const names = Object.keys(ipcPushes) as IpcPush[];
    assert.deepEqual(
      names.map((name) => app.listening(name)),
      names.map(() => 0),
    );
  });
});
