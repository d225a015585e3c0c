import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { BackupFile } from '#shared/backups.ts';
import type { LedgerTask } from '#shared/ledger-tasks.ts';
import { failed, succeeded } from '#shared/result.ts';
import { createAppCore } from '../../../src-main/app/app-core.ts';
import type { AppDeps } from '../../../src-main/app/app-deps.ts';
import { type AppMemory, emptyMemory } from '../../../src-main/settings/app-memory.ts';
import { withAppStage } from '../../support/desktop/app-stage.ts';
import { recordingDesktop } from '../../support/desktop/recording-desktop.ts';
import { connection } from '../../support/ledger-fixture.ts';
import { fakeLedgerThread } from '../../support/terminal/fake-ledger-thread.ts';
import { type FakeSyncRun, fakeSyncRun } from '../../support/terminal/fake-sync-run.ts';

/** The same app with a ledger that knows one bank, whose thread ends when it is closed. `hold`: tasks wait for it. */
function onFakeLedger(
  deps: AppDeps,
  hold: (task: LedgerTask) => Promise<unknown> = () => Promise.resolve(),
  changes: Partial<AppDeps> = {},
) {
  const fake = fakeLedgerThread({ 'load-connections': () => succeeded([connection()]) });
  let memory: AppMemory = {
    ...emptyMemory,
    unfinishedSync: { requestedBy: 'user', attended: true },
  };
  const desktop = recordingDesktop();
  const core = createAppCore({
    ...deps,
    desktop,
    longTasks: fakeLedgerThread(),
    memory: {
      read: () => memory,
      write: (next) => {
        memory = next;
        return true;
      },
    },
    createSyncRunner: () => ({ start: () => Promise.resolve(failed({ kind: 'nothing-connected' })) }),
    ledger: {
      ...fake,
      run: async (task) => {
        await hold(task);
        if (fake.isClosed()) throw new Error('queue is being terminated');
        return fake.run(task);
      },
    },
    ...changes,
  });
  return { core, desktop, memory: () => memory };
}

describe('the app', () => {
  test('that is quit while its ledger is being opened ends in order, and goes on with its sync next time', () =>
    withAppStage({}, async ({ deps }) => {
      const { promise: isOpen, resolve: open } = Promise.withResolvers<null>();
      const { core, memory } = onFakeLedger(deps, ({ kind }) =>
        kind === 'open-ledger' ? isOpen : Promise.resolve(),
      );
      const started = core.start();
      const closed = core.close();
      open(null);
      await Promise.all([started, closed]);
      assert.deepEqual(memory().unfinishedSync, { requestedBy: 'user', attended: true });
    }));

  test('copies the ledger once, however soon one sync ends after another', () =>
    withAppStage({}, async ({ deps }) => {
      const copies: BackupFile[] = [];
      const { promise: isCopied, resolve: copy } = Promise.withResolvers<void>();
      const copying = fakeLedgerThread({
        'refresh-sums': () => succeeded(null),
        'list-backups': () => succeeded([...copies]),
        'back-up': ({ nowIso }) => {
          const made = { fileName: 'c', reason: 'scheduled', madeAt: nowIso, bytes: 1 } as const;
          copies.push(made);
          return succeeded({ ...made, path: '/c' });
        },
      });
      const runs: FakeSyncRun[] = [];
      const { core } = onFakeLedger(deps, undefined, {
        longTasks: {
          ...copying,
          run: async (task) => {
            if (task.kind === 'back-up') await isCopied;
            return copying.run(task);
          },
        },
        createSyncRunner: () => ({
          start: () => {
            const run = fakeSyncRun();
            runs.push(run);
            return Promise.resolve(succeeded(run));
          },
        }),
      });
      await core.start();
      for (let sync = 0; sync < 2; sync += 1) {
        await core.calls['sync.start']({});
        runs[sync]?.end({});
        await new Promise((resolve) => setImmediate(resolve));
      }
      copy();
      await core.close();
      assert.equal(copies.length, 1);
    }));

  test('says from the first when it will sync by itself', () =>
    withAppStage({}, async ({ deps }) => {
      const { core, desktop } = onFakeLedger(deps);
      await core.start();
      const { nextSyncIso } = core.state();
      await core.close();
      assert.notEqual(nextSyncIso, null);
      assert.ok(desktop.pushed('app.changed').some((state) => state.nextSyncIso === nextSyncIso));
    }));
});
