import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { succeeded } from '#shared/result.ts';
import { emptyMemory } from '../../../src-main/settings/app-memory.ts';
import { withAppStage } from '../../support/desktop/app-stage.ts';
import { type FakeSyncRun, fakeSyncRun } from '../../support/terminal/fake-sync-run.ts';

const wish = {
  environment: 'sandbox',
  clientId: 'sandbox-x',
  clientSecret: 'tlcs_x',
  redirectUri: 'https://console.truelayer.com/redirect-page',
  keepIn: 'memory',
} as const;
const tokens = { accessToken: 'access', accessTokenExpiresAtMs: 9e15, refreshToken: 'refresh', scope: null };

test('a sync of the demo bank ends before a bank of one’s own is connected, whose first sync is its own', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'passbook-other-'));
  const runs: { readonly ledger: string; readonly run: FakeSyncRun }[] = [];
  let memory = { ...emptyMemory, openLedger: 'demo' as 'demo' | 'real' };
  try {
    await withAppStage(
      {},
      async ({ core, desktop, until }) => {
        assert.ok((await core.calls['sync.start']({})).ok);
        await core.calls['connect.begin'](wish);
        const { connect, ledgerPath } = await until((state) => state.connect.kind === 'connected');
        assert.equal(basename(ledgerPath), 'ledger.sqlite');
        assert.deepEqual(
          runs.map(({ ledger, run }) => [ledger, run.cancels()]),
          [
            ['demo.sqlite', 1],
            ['ledger.sqlite', 0],
          ],
        );
        assert.equal(connect.kind === 'connected' && connect.jobId, 'job-2');
        assert.equal(desktop.pushed('sync.ended').length, 1, 'the window was told of the demo’s end');
        runs[1]?.run.end({ status: 'completed' });
        await until(({ progress }) => progress === null);
      },
      {
        launch: { testMode: null, nowMs: null, hidden: false },
        ledgerPaths: { real: join(folder, 'ledger.sqlite'), demo: join(folder, 'demo.sqlite') },
        openKeychain: () =>
          Promise.resolve({ ok: false, failure: { kind: 'keychain-unavailable', detail: 'none here' } }),
        memory: {
          read: () => memory,
          write: (next) => {
            memory = next;
            return true;
          },
        },
        authorise: () => Promise.resolve(succeeded(tokens)),
        createSyncRunner: ({ ledgerPath }) => ({
          start: () => {
            const run = { ...fakeSyncRun(), jobId: `job-${String(runs.length + 1)}` };
            const cancel = (): void => {
              run.cancel();
              run.end({ status: 'cancelled' });
            };
            runs.push({ ledger: basename(ledgerPath), run });
            return Promise.resolve(succeeded({ ...run, cancel }));
          },
        }),
      },
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
