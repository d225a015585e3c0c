import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { failed, succeeded } from '#shared/result.ts';
import type { AppDeps } from '../../../src-main/app/app-deps.ts';
import { withAppStage } from '../../support/desktop/app-stage.ts';
import { connection } from '../../support/ledger-fixture.ts';

/** As a user has it: no test mode, a ledger for the demo bank and one for real banks. */
async function withTwoLedgers(play: (changes: Partial<AppDeps>) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'passbook-two-'));
  try {
    await play({
      launch: { testMode: null, nowMs: null, hidden: false },
      ledgerPaths: { real: join(folder, 'ledger.sqlite'), demo: join(folder, 'demo.sqlite') },
      openKeychain: () => Promise.resolve(failed({ kind: 'keychain-unavailable', detail: 'none here' })),
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('invented rows and true ones', () => {
  test('have a ledger each: the demo bank’s is shown until it is disconnected, also without a keychain', () =>
    withTwoLedgers((changes) =>
      withAppStage(
        {},
        async ({ core, desktop, until }) => {
          assert.match(core.state().ledgerPath, /ledger\.sqlite$/);
          await core.calls['connect.demo'](null);
          // Outside test mode an evening passes at the demo bank, which is synced by itself.
          const shown = await until(
            ({ progress }) => progress === null && desktop.pushed('sync.ended').length === 2,
          );
          assert.match(shown.ledgerPath, /demo\.sqlite$/);
          const connectionId = shown.connections[0]?.id ?? '';
          assert.deepEqual(await core.calls['connection.disconnect']({ connectionId }), succeeded(null));
          assert.match(core.state().ledgerPath, /ledger\.sqlite$/);
          assert.deepEqual(core.state().connections, []);
        },
        changes,
      ),
    ));

  test('the demo bank does not hide a real one', () =>
    withTwoLedgers((changes) =>
      withAppStage(
        {},
        async ({ core, deps, until }) => {
          const ledgerPath = deps.ledgerPaths.real;
          const nowIso = '2026-01-06T08:00:00.000Z';
          const real = connection({ environment: 'live' });
          await deps.ledger.run({ kind: 'save-connection', ledgerPath, connection: real, nowIso });
          await core.calls['connect.demo'](null);
          const { connect } = await until((state) => state.connect.kind === 'failed');
          assert.equal(connect.kind === 'failed' && connect.failure.kind, 'demo-beside-real');
          assert.match(core.state().ledgerPath, /ledger\.sqlite$/);
        },
        changes,
      ),
    ));

  test('a bank of one’s own is not asked before its tokens can be kept, and memory is a choice', () =>
    withTwoLedgers((changes) =>
      withAppStage(
        {},
        async ({ core, desktop, until }) => {
          const wish = {
            environment: 'sandbox',
            clientId: 'sandbox-x',
            clientSecret: 'tlcs_x',
            redirectUri: 'https://console.truelayer.com/redirect-page',
            keepIn: 'keychain',
          } as const;
          await core.calls['connect.begin'](wish);
          const { connect, secretsIn } = await until((state) => state.connect.kind === 'failed');
          assert.equal(connect.kind === 'failed' && connect.failure.kind, 'keychain-unavailable');
          assert.equal(secretsIn, 'nowhere');
          assert.deepEqual(desktop.opened, []);
          await core.calls['connect.retry']({ keepIn: 'memory' });
          assert.equal(
            (await until((state) => state.connect.kind === 'waiting-for-consent')).secretsIn,
            'memory',
          );
          assert.equal(new URL(desktop.opened[0] ?? '').host, 'auth.truelayer-sandbox.com');
        },
        changes,
      ),
    ));
});
