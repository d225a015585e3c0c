import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withDaysStage } from '../../support/days-stage.ts';
import { assertLedgerIsTrue } from '../../support/ledger-truth.ts';

const denied = { kind: 'error', error: 'access_denied', endpoint: 'transactions', fromCall: 1 } as const;

test('the old consent works until the new one has fetched something, and not a moment longer', () =>
  withDaysStage({ accounts: 2, cards: 1, transactions: 60, days: 60 }, async (stage) => {
    await stage.connect();
    stage.passDays(10);
    const [old] = await stage.connections();
    assert.ok(old !== undefined);

    stage.bank.control.setFaults({ faults: [denied] });
    const first = await stage.connect();
    assert.deepEqual(
      first.accounts.map(({ displayName, failureKind }) => [displayName, failureKind]),
      [['New connection', 'access-denied']],
    );
    const [kept, fresh, ...others] = await stage.connections();
    assert.deepEqual([kept, fresh?.state, others], [old, 'active', []], 'nothing of the old one was touched');
    assert.deepEqual(stage.query('select * from former_account_ids'), []);

    stage.bank.control.setFaults({ faults: [] });
    const grants = stage.bank.control.tokenGrants.refresh_token;
    const onOld = await stage.sync({ connectionId: old.id });
    assert.deepEqual([onOld.status, stage.bank.control.tokenGrants.refresh_token], ['completed', grants + 1]);

    stage.bank.control.renameAccounts();
    const both = await stage.sync();
    assert.deepEqual([both.status, both.accounts.length], ['completed', 3], 'each account once');
    const [renewed, ...none] = await stage.connections();
    assert.deepEqual([renewed?.id, none], [old.id, []]);
    assert.ok((renewed?.consent_expires_at ?? '') > (old.consent_expires_at ?? ''));
    assert.equal(stage.query('select 1 from former_account_ids').length, 3);
    assertLedgerIsTrue(stage);

    // Nobody syncs for long, but no token dies of idleness.
    for (const days of [28, 28, 28]) {
      stage.passDays(days);
      await stage.keepAlive();
    }
    assert.equal((await stage.sync()).status, 'completed', 'the old consent would be over by now');
    assertLedgerIsTrue(stage);
  }));
