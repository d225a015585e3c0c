import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import { bankAtHand, type BankAtHand } from '../../support/terminal/bank-at-hand.ts';
import { recordsOf, runPassbook, startPassbook } from '../../support/terminal/run-passbook.ts';

const small = { accounts: 1, cards: 0, transactions: 10, pending: 0, days: 30 } as const;

async function open(t: TestContext, options: Parameters<typeof bankAtHand>[0]): Promise<BankAtHand> {
  const at = await bankAtHand(options);
  t.after(at.close);
  return at;
}

describe('passbook connect', () => {
  test('prints the link, then connects and goes straight into the first sync', async (t) => {
    const at = await open(t, small);
    const { code, out, err } = await (await at.connect()).ended;
    assert.equal(code, 0, err);
    const types = recordsOf(out).map((record) => record['type']);
    assert.deepEqual([...new Set(types)], ['link', 'connected', 'progress', 'summary']);
    assert.equal(types.filter((type) => type === 'summary').length, 1);
    const summary = recordsOf(out).at(-1);
    assert.equal(summary?.['transactionsSynced'], 10);
    assert.equal(summary['status'], 'completed');

    const options = { home: at.home };
    const accounts = await runPassbook(['accounts', '--json', '--ledger', at.ledger], options);
    assert.deepEqual(
      recordsOf(accounts.out).map((row) => row['account_id']),
      at.bank.control.accountIds,
    );
    const rows = await runPassbook(['transactions', '--json', '--ledger', at.ledger], options);
    assert.equal(recordsOf(rows.out).length, 10);
  });

  test('connecting the same bank again keeps the one connection, and adds no row', async (t) => {
    const at = await open(t, small);
    await (
      await at.connect()
    ).ended;
    const again = await (await at.connect()).ended;
    assert.equal(again.code, 0, again.err);
    const summary = recordsOf(again.out).at(-1);
    assert.equal(summary?.['transactionsSynced'], 0);
    const { out } = await runPassbook(['connections', '--json', '--ledger', at.ledger], { home: at.home });
    assert.equal(recordsOf(out).length, 1);
    const told = recordsOf(again.out).find(({ type }) => type === 'connected')?.['connectionId'];
    assert.notEqual(told, recordsOf(out)[0]?.['id']);
    const args = ['sync', '--json', '--ledger', at.ledger, `--connection=${String(told)}`];
    const synced = await runPassbook(args, { home: at.home });
    // The tokens were kept for that one process; what counts is that the id is known.
    assert.equal(synced.code, 4, synced.err);
    assert.equal(recordsOf(synced.out).at(-1)?.['type'], 'summary');
  });

  test('--no-sync connects and leaves the fetching', async (t) => {
    const at = await open(t, small);
    const { code, out } = await (await at.connect('--no-sync')).ended;
    assert.equal(code, 0);
    assert.deepEqual(
      recordsOf(out).map((record) => record['type']),
      ['link', 'connected'],
    );
    assert.ok(at.bank.control.calls.every((call) => call.endpoint !== 'transactions'));
  });

  test('--paste takes the address the browser ended at', async (t) => {
    const at = await open(t, small);
    const env = { PASSBOOK_CLIENT_SECRET: at.bank.clientSecret };
    const passbook = startPassbook(at.connectArgs('--json', '--paste', '--no-sync'), { home: at.home, env });
    const { url } = await passbook.record('link');
    const answer = await fetch(String(url), { redirect: 'manual' });
    passbook.write(`${answer.headers.get('location') ?? ''}\n`);
    const { code, err } = await passbook.ended;
    assert.equal(code, 0, err);
  });

  test('Ctrl-C while the bank’s page is open ends it with 130, nothing connected', async (t) => {
    const at = await open(t, { ...small, autoApprove: false });
    const env = { PASSBOOK_CLIENT_SECRET: at.bank.clientSecret };
    const passbook = startPassbook(at.connectArgs('--json'), { home: at.home, env });
    await passbook.record('link');
    passbook.interrupt();
    const { code, out } = await passbook.ended;
    assert.equal(code, 130);
    assert.equal(recordsOf(out).at(-1)?.['kind'], 'cancelled');
  });
});
