import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { LedgerTask } from '#shared/ledger-tasks.ts';
import { failed, succeeded } from '#shared/result.ts';
import { createAppCore } from '../../../src-main/app/app-core.ts';
import type { AppDeps } from '../../../src-main/app/app-deps.ts';
import { type AppMemory, emptyMemory } from '../../../src-main/settings/app-memory.ts';
import { withAppStage } from '../../support/desktop/app-stage.ts';
import { recordingDesktop } from '../../support/desktop/recording-desktop.ts';
import { connection } from '../../support/ledger-fixture.ts';
import { fakeLedgerThread } from '../../support/terminal/fake-ledger-thread.ts';

/** The same app with a ledger that knows one bank, whose thread ends when it is closed. `hold`: tasks wait for it. */
function onFakeLedger(deps: AppDeps, hold: (task: LedgerTask) => Promise<unknown> = () => Promise.resolve()) {
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
