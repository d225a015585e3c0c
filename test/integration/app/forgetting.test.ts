import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { newestFirst } from '#shared/transaction-list.ts';
import { withAppStage } from '../../support/desktop/app-stage.ts';

const household = { accounts: 1, cards: 1, days: 30, latencyMs: 0 };

test('the data of a bank is deleted once its name was typed, with a copy kept that can be put back', () =>
  withAppStage(household, async ({ core, desktop, until }) => {
    const { calls } = core;
    await calls['connect.demo'](null);
    await until(({ connect }) => connect.kind === 'connected');
    const { connections, ledgerPath } = await until(
      ({ progress, connections: [bank] }) => progress === null && bank?.health === 'fine',
    );
    const [bank] = connections;
    assert.ok(bank !== undefined);
    const connectionId = bank.id;
    const rows = async (): Promise<number> => {
      const page = await calls['transactions.page']({ filter: {}, sort: newestFirst, offset: 0, limit: 1 });
      return page.ok ? page.value.total : -1;
    };
    const before = await rows();
    const data = await calls['connection.data']({ connectionId });
    assert.ok(data.ok && data.value.transactions >= before && before > 0);

    const refused = await calls['connection.forget']({ connectionId, typedName: 'yes' });
    assert.deepEqual(refused, { ok: false, failure: { kind: 'bad-request' } });
    const started = await calls['sync.start']({});
    assert.ok(started.ok);
    const busy = await calls['connection.forget']({ connectionId, typedName: bank.provider_name });
    assert.equal(busy.ok ? '' : busy.failure.kind, 'job-running');
    await until(({ progress }) => progress === null);
    assert.equal(await rows(), before, 'nothing was deleted so far');

    const forgotten = await calls['connection.forget']({ connectionId, typedName: bank.provider_name });
    assert.ok(forgotten.ok);
    const { transactions, consentEnded, backup } = forgotten.value;
    assert.deepEqual([transactions, consentEnded], [data.value.transactions, true]);
    assert.deepEqual([await rows(), core.state().connections], [0, []]);
    assert.deepEqual(
      desktop.pushed('connection.forgetting').map(({ step }) => step),
      ['copying', 'ending', 'deleting'],
    );
    assert.ok(existsSync(join(`${ledgerPath}.backups`, backup.fileName)));
    assert.equal((await calls['connection.data']({ connectionId })).ok, false);

    const restored = await calls['backups.restore']({ fileName: backup.fileName });
    assert.ok(restored.ok);
    assert.equal(await rows(), before);
  }));
