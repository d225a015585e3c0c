import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { BankAccount } from '#shared/bank-rows.ts';
import { toIso } from '#shared/clock.ts';
import type { AccountBook } from '../../../../src-demo-bank/life/account-book.ts';
import { saveConnection } from '../../../../src-worker/ledger/connections.ts';
import { saveDiscovery } from '../../../../src-worker/ledger/save-discovery.ts';
import type { SendOnce } from '../../../../src-worker/source/exchange.ts';
import { connection, temporaryLedger } from '../../../support/ledger-fixture.ts';
import { openBankInHand } from '../../../support/lives/bank-in-hand.ts';
import { assertTrue } from '../../../support/lives/check-truth.ts';
import { createLifeClock, syncOnce, todayOf } from '../../../support/lives/life-sync.ts';

describe('a row that settles after its window was asked and before the pending set is', () => {
  for (const attended of [true, false]) {
    const name = attended
      ? 'is found by asking the newest days once more'
      : 'waits for the next run when nobody is there: one transactions call is all there is';
    test(name, async (t) => {
      const ledger = temporaryLedger(t);
      const clock = createLifeClock();
      const bank = openBankInHand({ seed: 1, days: 30, nowMs: clock.nowMs });
      const book = bank.books[0] as AccountBook;
      const nowIso = toIso(clock.nowMs());
      const { accountId, displayName, currency } = book.profile;
      const account: BankAccount = {
        accountId,
        kind: 'account',
        displayName,
        currency,
        type: null,
        numbersJson: '{}',
      };
      saveConnection(ledger, connection(), nowIso);
      saveDiscovery(ledger, { connectionId: 'c1', jobId: '', consent: null, accounts: [account], nowIso });
      const asked: string[] = [];
      const send: SendOnce = (url, headers) => {
        if (url.pathname.endsWith('/pending') && asked.some((path) => path.endsWith('/pending'))) {
          for (const row of book.pending) book.settle(row.key, { newIds: true });
        }
        asked.push(url.pathname);
        return bank.send(url, headers);
      };
      const { accessToken } = bank;
      const sync = { ledger, connectionId: 'c1', account, consentAtIso: nowIso, clock, accessToken, send };
      await syncOnce(sync, { attended: true, singleWindow: false });
      assert.ok(book.pending.length > 0);
      const before = asked.length;
      await syncOnce(sync, { attended, singleWindow: !attended });
      const calls = asked.slice(before).filter((path) => path.endsWith('/transactions')).length;
      assert.equal(calls, attended ? 2 : 1);
      const days = [{ from: '2026-02-10', to: todayOf(clock) }];
      if (attended) assertTrue(ledger, book, days);
      else assert.throws(() => assertTrue(ledger, book, days), /booked rows/);
      await syncOnce(sync, { attended, singleWindow: !attended });
      assertTrue(ledger, book, days);
    });
  }
});
