import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bankAtHand } from './terminal/bank-at-hand.ts';
import { assertLedgerIsTrue } from './ledger-truth.ts';
import { recordsOf, startPassbook } from './terminal/run-passbook.ts';
import Database from 'better-sqlite3';

// Run by test/integration/sync/keyring.test.ts inside a session bus of its own.
const env = {
  PASSBOOK_TOKEN_STORE: 'keychain',
  DBUS_SESSION_BUS_ADDRESS: process.env['DBUS_SESSION_BUS_ADDRESS'] ?? '',
};
const options = { accounts: 2, cards: 1, transactions: 150, days: 120, latencyMs: 20 } as const;
/** Keeps the first sync from ending before the second, however slow its start, has met it. */
const slowEnd = {
  kind: 'slow',
  endpoint: 'balance',
  count: 1,
  fromCall: 1,
  delayMs: 5000,
  bodyMs: 0,
} as const;

test('two passbook sync processes with a real keychain share one refresh, and both end with 0', async (t) => {
  const at = await bankAtHand({ ...options, faults: { faults: [slowEnd] } });
  t.after(at.close);
  const secret = { PASSBOOK_CLIENT_SECRET: at.bank.clientSecret };
  const passbook = startPassbook(at.connectArgs('--json', '--no-sync'), {
    home: at.home,
    env: { ...env, ...secret },
  });
  const { url } = await passbook.record('link');
  await fetch(String(url));
  const connected = await passbook.ended;
  assert.equal(connected.code, 0, connected.err);

  const sync = () => startPassbook(['sync', '--json', '--ledger', at.ledger], { home: at.home, env });
  const ends = await Promise.all([sync().ended, sync().ended]);
  for (const { code, err } of ends) {
    assert.equal(code, 0, err);
    assert.doesNotMatch(err, /busy|locked/i);
  }
  const summaries = ends.map(({ out }) => recordsOf(out).findLast(({ type }) => type === 'summary'));
  assert.deepEqual(
    summaries.map((summary) => summary?.['status']),
    ['completed', 'completed'],
  );
  assert.equal(summaries[0]?.['jobId'], summaries[1]?.['jobId']);
  assert.deepEqual(at.bank.control.tokenGrants, { authorization_code: 1, refresh_token: 1 });

  const db = new Database(at.ledger, { readonly: true });
  t.after(() => db.close());
  assertLedgerIsTrue({
    bank: at.bank,
    accountIds: at.bank.control.accountIds,
    query: (sql, ...values) => db.prepare(sql).all(...values) as never,
  });
});
