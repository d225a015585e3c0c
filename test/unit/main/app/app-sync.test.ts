import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { defaultAppSettings } from '#shared/ipc/app-settings.ts';
import { succeeded } from '#shared/result.ts';
import { createAppSync } from '../../../../src-main/app/app-sync.ts';
import { emptyMemory } from '../../../../src-main/settings/app-memory.ts';
import { logInMemory } from '../../../support/desktop/log-in-memory.ts';
import { recordingDesktop } from '../../../support/desktop/recording-desktop.ts';
import { stateOf } from '../../../support/desktop/state-of.ts';
import { connection } from '../../../support/ledger-fixture.ts';
import { fakeSyncRun } from '../../../support/terminal/fake-sync-run.ts';
import { realClock } from '../../../support/real-clock.ts';
import { outcomeSample } from '../../../support/window/job-samples.ts';

/** Runs a job whose first account is of `synced`, after a bank was connected as `new`. @returns where that one went */
async function movedTo(connectionIds: readonly string[], synced: string): Promise<readonly string[]> {
  const run = fakeSyncRun();
  const moved: string[] = [];
  const facts = { connections: connectionIds.map((id) => connection({ id })), accounts: [], jobs: [] };
  const sync = createAppSync({
    app: {
      log: logInMemory(),
      clock: realClock,
      desktop: recordingDesktop(),
      memory: { read: () => emptyMemory, write: () => true },
      settings: { read: () => defaultAppSettings, write: () => true },
    },
    board: () => ({
      place: () => ({ runner: { start: () => Promise.resolve(succeeded(run)) } }),
      facts: () => facts,
      state: () => stateOf(),
      tell: () => undefined,
      changed: () => undefined,
      read: () => Promise.resolve(),
      refresh: () => Promise.resolve(),
    }),
    connect: () => ({
      state: () => ({ kind: 'connected', connectionId: 'new', jobId: 'job-1' }),
      moved: (id) => moved.push(id),
    }),
    onBegun: () => undefined,
    onOver: () => undefined,
  });
  await sync.start({ requestedBy: 'user', attended: true });
  run.end({ accounts: [outcomeSample({ connectionId: synced })] });
  await sync.close();
  return moved;
}

describe('the connection that was just made, at the end of a job', () => {
  test('goes on under the known id that the bank turned out to have', async () => {
    assert.deepEqual(await movedTo(['known'], 'known'), ['known']);
  });

  test('is not taken for another bank that was synced', async () => {
    assert.deepEqual(await movedTo(['known', 'new'], 'known'), []);
  });
});
