import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Failure } from '#shared/failure.ts';
import type { JobStatus } from '#shared/job.ts';
import { failed, succeeded } from '#shared/result.ts';
import { disconnect } from '../../../../src-main/terminal/commands/disconnect.ts';
import { connection } from '../../../support/ledger-fixture.ts';
import { fakeLedgerThread } from '../../../support/terminal/fake-ledger-thread.ts';
import { fakeParts } from '../../../support/terminal/fake-parts.ts';
import { fakeSurroundings } from '../../../support/terminal/fake-surroundings.ts';
import { jobRecord } from '../../../support/terminal/fake-sync-run.ts';
import { testContext } from '../../../support/terminal/test-context.ts';

const monzo = connection({ id: 'c1', providerName: 'Monzo' });
const account = {
  account_id: 'a1',
  connection_id: 'c1',
  kind: 'account',
  display_name: 'Current',
  currency: 'GBP',
  balance_minor: null,
  available_minor: null,
  balance_at: null,
} as const;
const path = '/somewhere/ledger.sqlite.backups/before-forget-1.sqlite';

interface Wish {
  readonly json?: boolean;
  /** Whose accounts the ledger has. */
  readonly accountsOf?: string;
  readonly copyFails?: Failure;
  readonly revokeFails?: Failure;
  readonly jobIs?: JobStatus;
}

function stage({ json = true, accountsOf = 'c1', copyFails, revokeFails, jobIs = 'completed' }: Wish = {}) {
  const terminal = fakeSurroundings();
  const ledger = fakeLedgerThread({
    'load-connections': () => succeeded([monzo]),
    'list-accounts': () => succeeded([{ ...account, connection_id: accountsOf }]),
    'list-jobs': () => succeeded([jobRecord({ jobId: 'j1', status: jobIs })]),
    'back-up': ({ reason, nowIso }) =>
      copyFails === undefined
        ? succeeded({ path, fileName: 'before-forget-1.sqlite', reason, madeAt: nowIso, bytes: 2_000_000 })
        : failed(copyFails),
    'forget-connection': () => succeeded({ transactions: 12 }),
  });
  const told: string[] = [];
  const parts = fakeParts({
    createLedger: () => ledger,
    revoke: () => {
      told.push('revoked');
      return Promise.resolve(revokeFails === undefined ? succeeded(null) : failed(revokeFails));
    },
  });
  const run = () => disconnect(testContext(terminal, { json, parts }), 'c1', { deleteData: true, yes: true });
  const changing = (): readonly string[] =>
    ledger.tasks
      .map(({ kind }) => kind)
      .filter((kind) => ['back-up', 'set-connection-state', 'forget-connection'].includes(kind));
  return { terminal, ledger, told, run, changing };
}

describe('passbook disconnect --delete-data', () => {
  test('copies the ledger before it ends or deletes anything, and says where', async () => {
    const { terminal, ledger, run, changing } = stage();
    assert.equal(await run(), 0);
    assert.deepEqual(changing(), ['back-up', 'set-connection-state', 'forget-connection']);
    const copied = ledger.tasks.find(({ kind }) => kind === 'back-up');
    assert.ok(copied?.kind === 'back-up');
    assert.deepEqual([copied.reason, copied.out], ['before-forget', undefined]);
    assert.deepEqual(terminal.records(), [
      {
        type: 'disconnected',
        connectionId: 'c1',
        deletedTransactions: 12,
        backup: { path, bytes: 2_000_000 },
      },
    ]);
    assert.equal(terminal.err(), `A copy of the ledger as it was is kept at ${path} (2.0 MB).\n`);
  });

  test('says where the copy is on stderr without --json too', async () => {
    const { terminal, run } = stage({ json: false });
    assert.equal(await run(), 0);
    assert.match(terminal.err(), /^A copy of the ledger .*before-forget-1\.sqlite .*\n$/);
    assert.match(terminal.out(), /its 12 transactions are deleted/);
  });

  test('copies nothing for a bank that nothing was fetched from', async () => {
    const { terminal, run, changing } = stage({ accountsOf: 'another' });
    assert.equal(await run(), 0);
    assert.deepEqual(changing(), ['set-connection-state', 'forget-connection']);
    assert.equal(terminal.records()[0]?.['backup'], null);
    assert.equal(terminal.err(), '');
  });

  const refusals: readonly Failure[] = [
    { kind: 'disk-full', path },
    { kind: 'output-not-writable', path },
    { kind: 'ledger-damaged', path: '/somewhere/ledger.sqlite' },
  ];
  for (const copyFails of refusals) {
    test(`deletes and disconnects nothing when the copy fails: ${copyFails.kind}`, async () => {
      const { terminal, told, run, changing } = stage({ copyFails });
      assert.equal(await run(), 1);
      assert.deepEqual([changing(), told], [['back-up'], []]);
      const [error, ...others] = terminal.records();
      assert.deepEqual([error?.['type'], error?.['kind'], others], ['error', copyFails.kind, []]);
      assert.match(
        terminal.err(),
        /No copy .* could be made, so nothing was deleted and nothing disconnected/,
      );
    });
  }

  for (const jobIs of ['queued', 'syncing'] as const) {
    test(`copies and deletes nothing while a sync is ${jobIs}`, async () => {
      const { terminal, told, run, changing } = stage({ jobIs });
      assert.equal(await run(), 1);
      assert.deepEqual([changing(), told], [[], []]);
      assert.match(terminal.err(), /^The sync j1 is still running\. Nothing was changed\./);
    });
  }

  test('a consent that cannot be ended keeps its data, and the copy is told all the same', async () => {
    const { terminal, run, changing } = stage({ revokeFails: { kind: 'bank-timeout' } });
    assert.equal(await run(), 1);
    assert.deepEqual(changing(), ['back-up']);
    assert.match(terminal.err(), /A copy of the ledger as it was is kept at/);
  });
});
