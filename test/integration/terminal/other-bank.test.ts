import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { freePort } from '../../support/free-port.ts';
import { type OtherBank, startOtherBank } from '../../support/other-bank/start-other-bank.ts';
import { recordsOf, runPassbook, startPassbook } from '../../support/terminal/run-passbook.ts';

/** Connects to it, which syncs at once. */
async function connectTo(t: TestContext, bank: OtherBank) {
  t.after(bank.close);
  const home = await mkdtemp(join(tmpdir(), 'passbook-other-'));
  t.after(() => rm(home, { recursive: true }));
  const ledger = join(home, 'ledger.sqlite');
  const redirectUri = `http://127.0.0.1:${await freePort()}/back`;
  const urls = [
    '--env',
    'custom',
    '--auth-url',
    bank.url,
    '--api-url',
    bank.url,
    '--client-id',
    bank.clientId,
  ];
  const passbook = startPassbook(
    ['connect', ...urls, '--redirect-uri', redirectUri, '--no-browser', '--json', '--ledger', ledger],
    { home, env: { PASSBOOK_CLIENT_SECRET: bank.clientSecret, PASSBOOK_TOKEN_STORE: 'memory' } },
  );
  const { url } = await passbook.record('link');
  await fetch(String(url));
  return { home, ledger, ...(await passbook.ended) };
}

test('connects to and syncs from a TrueLayer-compatible server that is not ours', async (t) => {
  const bank = await startOtherBank();
  const { home, ledger, code, out, err } = await connectTo(t, bank);
  assert.equal(code, 0, err);
  const summary = recordsOf(out).at(-1);
  assert.deepEqual(
    [summary?.['type'], summary?.['status'], summary?.['transactionsSynced']],
    ['summary', 'completed', 4],
  );

  const { out: rows } = await runPassbook(['transactions', '--json', '--ledger', ledger], { home });
  assert.deepEqual(
    recordsOf(rows).map((row) => [row['description'], row['amount_minor']]),
    [
      ['COFFEE', -300],
      ['COFFEE', -300],
      ['WAGES', 150_050],
      ['OLD RENT', -90_000],
    ],
  );
  const { out: accounts } = await runPassbook(['accounts', '--json', '--ledger', ledger], { home });
  assert.deepEqual(
    recordsOf(accounts).map((row) => [row['account_id'], row['balance_minor']]),
    [['1', 59_450]],
  );

  const known = [
    'accept',
    'accept-encoding',
    'authorization',
    'connection',
    'host',
    'user-agent',
    'x-psu-ip',
  ];
  assert.deepEqual(
    [...bank.headers].filter((name) => !known.includes(name)),
    [],
    'a header only a bank of ours would know',
  );
  assert.ok(
    bank.asked.some((path) => /\/transactions\?from=\d{4}-\d{2}-\d{2}&to=\d{4}-\d{2}-\d{2}$/.test(path)),
  );
});

test('an account that the bank lists without an id is an error of the sync, by its name; the others are synced', async (t) => {
  const bank = await startOtherBank({ nameless: 'Holiday pot' });
  const { code, out, err } = await connectTo(t, bank);
  assert.equal(code, 3, err);
  const summary = recordsOf(out).at(-1);
  assert.deepEqual(
    [summary?.['status'], summary?.['transactionsSynced'], summary?.['errors'], summary?.['totalAccounts']],
    ['partial', 4, 1, 2],
  );
  const accounts = summary?.['accounts'] as readonly Readonly<Record<string, unknown>>[];
  assert.deepEqual(
    accounts.map(({ displayName, status }) => [displayName, status]),
    [
      ['Checking', 'completed'],
      ['Holiday pot', 'failed'],
    ],
  );
  assert.match(String(accounts[1]?.['reason']), /an account without an id/);
});
