import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { assertNoSecret } from '../../support/assert-no-secret.ts';
import { openSharedLedger } from '../../support/shared-ledger.ts';
import type { SyncChild } from '../../support/sync-child.ts';
import { lookAtLedger } from '../../support/whole-ledger.ts';

const options = { accounts: 2, cards: 1, transactions: 150, days: 120, latencyMs: 10 } as const;
/** Keeps a sync from ending before the second process, however slow its start, has met it. */
const slowEnd = {
  kind: 'slow',
  endpoint: 'balance',
  count: 1,
  fromCall: 1,
  delayMs: 5000,
  bodyMs: 0,
} as const;

async function assertEndedWell(child: SyncChild): Promise<void> {
  const { code, lines, err } = await child.ended;
  assert.deepEqual([code, err], [0, ''], JSON.stringify(lines));
  assert.deepEqual(
    lines.filter(
      ({ type, line }) => type === 'failed' || (type === 'log' && !/was interrupted/.test(String(line))),
    ),
    [],
  );
}

describe('two processes that sync the same ledger', () => {
  for (const moment of ['at once', 'ready', 'page'] as const) {
    test(`share one job and one refresh when the second begins ${
      moment === 'at once' ? moment : `after the first's "${moment}"`
    }`, async (t) => {
      const at = await openSharedLedger(t, { ...options, faults: { faults: [slowEnd] } });
      const first = at.sync();
      if (moment !== 'at once') await first.told(moment);
      // Its job is there: it waits for the second one, however slow that one's start.
      if (moment === 'page') first.pause();
      const second = at.sync();
      const started = await Promise.all([first.told('started'), second.told('started')]);
      first.goOn();
      await Promise.all([assertEndedWell(first), assertEndedWell(second)]);
      assert.equal(started.filter((line) => line?.['joined'] === true).length, 1, JSON.stringify(started));
      const ended = await Promise.all([first.told('ended'), second.told('ended')]);
      assert.equal(ended[0]?.['jobId'], ended[1]?.['jobId']);
      assert.deepEqual(
        ended.map((line) => line?.['status']),
        ['completed', 'completed'],
      );
      assert.equal(at.bank.control.tokenGrants.refresh_token, 1);
      at.assertTrue();
      const { integrity, jobs } = lookAtLedger(at.ledgerPath);
      assert.deepEqual([integrity, jobs.map(({ status }) => status)], [['ok'], ['completed']]);
    });
  }

  test('run side by side when the running one does less than is asked, with one refresh and every row once', async (t) => {
    const at = await openSharedLedger(t, options);
    const [accountId = ''] = at.bank.control.accountIds;
    // An account can only be named once it is known.
    await assertEndedWell(at.sync());
    const before = at.bank.control.tokenGrants.refresh_token;
    at.bank.control.setFaults({ faults: [slowEnd] });
    const narrow = at.sync(accountId);
    await narrow.told('page');
    const wide = at.sync();
    assert.equal((await wide.told('started'))?.['joined'], false);
    await Promise.all([assertEndedWell(narrow), assertEndedWell(wide)]);
    assert.equal(at.bank.control.tokenGrants.refresh_token - before, 1);
    at.assertTrue();
    assert.deepEqual(
      lookAtLedger(at.ledgerPath).jobs.map(({ status }) => status),
      ['completed', 'completed', 'completed'],
    );
  });

  test('lose nothing when the owner is killed: the one that follows takes over and finishes', async (t) => {
    const at = await openSharedLedger(t, { ...options, faults: { faults: [slowEnd] } });
    const owner = at.sync();
    await owner.told('page');
    owner.pause();
    const followers = [at.sync(), at.sync()];
    const started = await Promise.all(followers.map((child) => child.told('started')));
    assert.deepEqual(
      started.map((line) => line?.['joined']),
      [true, true],
    );
    assert.ok(await owner.kill(), 'it had ended before');
    await Promise.all(followers.map(assertEndedWell));
    at.assertTrue();
    const { integrity, jobs } = lookAtLedger(at.ledgerPath);
    assert.deepEqual(integrity, ['ok']);
    assert.deepEqual(
      jobs.map(({ status }) => status),
      ['interrupted', 'completed'],
    );
    assert.equal(at.bank.control.tokenGrants.refresh_token, 2, 'one by the dead, one by the heir');
    const searched = assertNoSecret(at.bank.control.issuedSecrets(), at.folder, {});
    assert.ok(searched.has('ledger.sqlite'), [...searched.keys()].join());
  });
});
