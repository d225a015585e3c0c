import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BankAccount } from '#shared/bank-rows.ts';
import { addDays } from '#shared/calendar-day.ts';
import { toIso } from '#shared/clock.ts';
import { saveConnection } from '../../../../../src-worker/ledger/connections.ts';
import { saveDiscovery } from '../../../../../src-worker/ledger/save-discovery.ts';
import { connection, query, temporaryLedger } from '../../../../support/ledger-fixture.ts';
import { openBankInHand } from '../../../../support/lives/bank-in-hand.ts';
import { answeredDays, assertTrue } from '../../../../support/lives/check-truth.ts';
import { createLifeClock, type LifeSync, syncOnce, todayOf } from '../../../../support/lives/life-sync.ts';
import { undoSync } from '../../../../support/lives/undo-sync.ts';

const hourMs = 3_600_000;

test('the next sync, planned as always, asks the days of an undone one again and the ledger is the bank’s truth', async (t) => {
  const ledger = temporaryLedger(t);
  const clock = createLifeClock();
  const bank = openBankInHand({ seed: 3, days: 80, nowMs: clock.nowMs });
  const [book] = bank.books;
  assert.ok(book !== undefined);
  const { accountId, kind, displayName, currency } = book.profile;
  const account: BankAccount = { accountId, kind, displayName, currency, type: null, numbersJson: '{}' };
  const consentAtIso = toIso(clock.nowMs());
  saveConnection(ledger, connection({ id: 'c1', consentCreatedAt: consentAtIso }), consentAtIso);
  const found = { connectionId: 'c1', jobId: '', consent: null, accounts: [account], nowIso: consentAtIso };
  saveDiscovery(ledger, found);
  const { accessToken, send } = bank;
  const at: LifeSync = { ledger, connectionId: 'c1', account, consentAtIso, clock, accessToken, send };
  const sync = async (wish: { readonly from?: string } = {}) => {
    clock.advance(hourMs);
    book.advanceTo(clock.nowMs());
    return syncOnce(at, { attended: true, singleWindow: false, ...wish });
  };

  await sync();
  const oldest = addDays(todayOf(clock), -79);
  const olderDays = [{ from: oldest, to: addDays(oldest, 40) }];
  const middle = await sync({ from: addDays(oldest, 10) });
  clock.advance(24 * hourMs);
  await sync();
  const rows = 'SELECT date, amount_minor, description FROM transactions_v1 ORDER BY 1, 2, 3';
  const before = query(ledger, rows).length;

  // The first one, counted from the last: most of what it brought no later sync has seen.
  undoSync(ledger, { do: 'undo', pick: 2 }, clock.nowMs());
  assert.ok(query(ledger, rows).length < before);
  const again = await sync();
  assert.equal(again.status, 'completed');
  assertTrue(ledger, book, answeredDays(ledger, again.jobId));
  assertTrue(ledger, book, olderDays);

  // One in the middle, which asked by hand for days the first one had: they are asked again too.
  assert.notEqual(middle.jobId, again.jobId);
  undoSync(ledger, { do: 'undo', pick: 1 }, clock.nowMs());
  undoSync(ledger, { do: 'undo', pick: 1 }, clock.nowMs());
  const last = await sync();
  assertTrue(ledger, book, answeredDays(ledger, last.jobId));
  assertTrue(ledger, book, [{ from: oldest, to: todayOf(clock) }]);
});
