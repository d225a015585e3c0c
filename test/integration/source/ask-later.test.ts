import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { addDays, utcDay } from '#shared/calendar-day.ts';
import type { DemoBank } from '../../../src-demo-bank/start-demo-bank.ts';
import type { Exchange } from '../../../src-worker/source/exchange.ts';
import { withDemoBank } from '../../support/demo-bank/with-demo-bank.ts';
import { sourceAtBank } from '../../support/source-at-bank.ts';

/** The last 30 days by the bank's clock. */
const lastMonth = (bank: DemoBank) => {
  const to = utcDay(bank.control.nowMs());
  return { from: addDays(to, -29), to };
};
const oneAccount = { accounts: 1, cards: 0, transactions: 60, days: 30 };
const account = (bank: DemoBank) =>
  ({ accountId: bank.control.accountIds[0] ?? '', kind: 'account', currency: 'GBP' }) as const;
const polls = (bank: DemoBank) =>
  bank.control.calls.filter(({ endpoint }) => endpoint === 'results').map(({ path }) => path);

describe('asking a bank that needs longer than one request', () => {
  test('fetches the answer when it is ready, the same rows as if asked at once', () =>
    withDemoBank(oneAccount, async (bank) => {
      const { source, clock, events, close } = await sourceAtBank(bank);
      const later = await source.transactionsLater(account(bank), lastMonth(bank));
      const atOnce = await source.transactions(account(bank), lastMonth(bank));
      assert.ok(later.ok && atOnce.ok);
      assert.deepEqual(later.value.rows, atOnce.value.rows);
      assert.equal(later.value.rows.length, 60);
      assert.deepEqual(clock.slept, [1000, 2000, 4000]);
      assert.equal(polls(bank).length, 3);
      assert.equal(events.filter(({ kind }) => kind === 'waiting').length, 3);
      await close();
    }));

  test('a bank that fails in this way too did not answer in time', () =>
    withDemoBank(oneAccount, async (bank) => {
      bank.control.setFaults({ faults: [{ kind: 'failed-task', endpoint: 'results', fromCall: 2 }] });
      const { source, close } = await sourceAtBank(bank);
      const later = await source.transactionsLater(account(bank), lastMonth(bank));
      assert.deepEqual(later, { ok: false, failure: { kind: 'bank-timeout' } });
      assert.equal(polls(bank).length, 2);
      await close();
    }));

  test('refusals of the first request stay what they are', () =>
    withDemoBank(oneAccount, async (bank) => {
      bank.control.setFaults({
        faults: [{ kind: 'error', error: 'invalid_date_range', endpoint: 'transactions', fromCall: 1 }],
      });
      const { source, close } = await sourceAtBank(bank);
      const later = await source.transactionsLater(account(bank), lastMonth(bank));
      assert.deepEqual(later, { ok: false, failure: { kind: 'range-refused', ...lastMonth(bank) } });
      await close();
    }));

  test('gives up after ten minutes of polling, and at once when cancelled', () =>
    withDemoBank(oneAccount, async (bank) => {
      const send = async (url: URL): Promise<Exchange> => answerOf(bank, url);
      const patient = await sourceAtBank(bank, { send });
      assert.deepEqual(await patient.source.transactionsLater(account(bank), lastMonth(bank)), {
        ok: false,
        failure: { kind: 'bank-timeout' },
      });
      const waitedMs = patient.clock.slept.reduce((sum, ms) => sum + ms, 0);
      assert.ok(waitedMs > 9 * 60_000 && waitedMs <= 10 * 60_000, String(waitedMs));
      const stopper = new AbortController();
      const cancelled = await sourceAtBank(bank, { send, stop: stopper.signal });
      const asking = cancelled.source.transactionsLater(account(bank), lastMonth(bank));
      stopper.abort();
      assert.deepEqual(await asking, { ok: false, failure: { kind: 'cancelled' } });
      await Promise.all([patient.close(), cancelled.close()]);
    }));
});

/** A task that is never done. */
function answerOf(bank: DemoBank, url: URL): Exchange {
  const isPoll = url.pathname.includes('/results/');
  const body = isPoll
    ? { status: 'Running' }
    : { status: 'Queued', results_uri: `${bank.apiUrl}/data/v1/results/1` };
  return {
    kind: 'answer',
    status: isPoll ? 200 : 202,
    retryAfter: null,
    body: new TextEncoder().encode(JSON.stringify(body)),
    bytes: 1,
    ms: 1,
  };
}
