import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { consentStageSince } from '#shared/consent-warning.ts';
import { consentWarning } from '#shared/words/consent-words.ts';
import { type DaysStage, withDaysStage } from '../../support/days-stage.ts';
import { assertLedgerIsTrue } from '../../support/ledger-truth.ts';

const bank = { accounts: 2, cards: 1, transactions: 60, days: 60 } as const;
const onlyConnection = async (stage: DaysStage) => {
  const [connection, ...others] = await stage.connections();
  assert.ok(connection !== undefined);
  assert.equal(others.length, 0);
  return connection;
};

describe('a consent over 200 days', () => {
  test('warnings come at 14, 7 and 1 days, renewal keeps the mapping, nothing is lost', () =>
    withDaysStage(bank, async (stage) => {
      assert.equal((await stage.connect()).status, 'completed');
      const { id } = await onlyConnection(stage);
      const refs = stage.query('select ref, display_name from accounts order by ref');
      const told: [day: number, stage: string][] = [];
      const renewedOn: number[] = [];
      let toldAtMs = stage.nowMs();
      for (let day = 1; day <= 200; day += 1) {
        stage.passDays(1);
        const connection = await onlyConnection(stage);
        const due = consentStageSince(connection.consent_expires_at, toldAtMs, stage.nowMs());
        if (due !== null) told.push([day, String(due)]);
        toldAtMs = stage.nowMs();
        // The user syncs about every 25 days; the first time they heed the last call, the second time the first.
        if (due === 1 || (renewedOn.length === 1 && due === 14)) {
          if (renewedOn.length === 1) stage.bank.control.renameAccounts();
          const job = await stage.renew(id);
          assert.equal(job.status, 'completed');
          renewedOn.push(day);
          assertLedgerIsTrue(stage);
        } else if (day % 25 === 0) {
          const job = await stage.sync();
          assert.deepEqual([job.status, job.errors], ['completed', 0], `day ${String(day)}`);
        }
      }
      await stage.sync();
      assertLedgerIsTrue(stage);
      const { id: idAtTheEnd, state } = await onlyConnection(stage);
      assert.deepEqual([idAtTheEnd, state], [id, 'active']);
      assert.deepEqual(stage.query('select ref, display_name from accounts order by ref'), refs);
      assert.equal(stage.query('select 1 from former_account_ids').length, stage.accountIds.length);
      assert.deepEqual(told, [
        [76, '14'],
        [83, '7'],
        [89, '1'],
        [165, '14'],
      ]);
      assert.deepEqual(renewedOn, [89, 165]);
    }));

  test('one that nobody renews ends: the sync says so once, keeps all rows, and a late renewal goes on', () =>
    withDaysStage({ ...bank, accounts: 1, cards: 0 }, async (stage) => {
      await stage.connect();
      const { id } = await onlyConnection(stage);
      for (let days = 0; days < 90; days += 15) {
        stage.passDays(15);
        if (days < 75) assert.equal((await stage.sync()).status, 'completed');
      }
      const before = stage.query('select id from transactions_v1').length;
      const ended = await stage.sync();
      assert.equal(ended.accounts[0]?.status, 'reconnect-needed');
      assert.equal((await onlyConnection(stage)).state, 'reconnect-needed');
      assert.equal(stage.query('select id from transactions_v1').length, before);
      stage.passDays(20);
      assert.equal((await stage.renew(id)).status, 'completed');
      assert.equal((await onlyConnection(stage)).state, 'active');
      assertLedgerIsTrue(stage);
    }));

  test('a server without renewal links is given a plain one', () =>
    withDaysStage({ ...bank, accounts: 1, cards: 0 }, async (stage) => {
      await stage.connect();
      const { id } = await onlyConnection(stage);
      stage.passDays(80);
      stage.bank.control.setFaults({
        faults: [{ kind: 'error', error: 'internal_server_error', endpoint: 'reauthuri', fromCall: 1 }],
      });
      assert.equal((await stage.renew(id)).status, 'completed');
      const { id: kept, ...connection } = await onlyConnection(stage);
      assert.equal(kept, id);
      const facts = {
        providerName: connection.provider_name,
        state: connection.state,
        consentExpiresAt: connection.consent_expires_at,
      };
      assert.equal(consentWarning(facts, stage.nowMs()), null);
      assert.ok(stage.bank.control.calls.some(({ endpoint }) => endpoint === 'reauthuri'));
    }));

  test('one that a run leaves aside is kept from the idle death of 30 days', () =>
    withDaysStage({ ...bank, accounts: 1, cards: 0 }, async (stage) => {
      await stage.connect();
      stage.passDays(19);
      await stage.keepAlive();
      assert.equal(stage.bank.control.tokenGrants.refresh_token, 0);
      stage.passDays(2);
      await stage.keepAlive();
      assert.equal(stage.bank.control.tokenGrants.refresh_token, 1);
      stage.passDays(21);
      await stage.keepAlive();
      assert.equal(stage.bank.control.tokenGrants.refresh_token, 2);
      assert.equal((await stage.sync()).status, 'completed');
    }));
});
