import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
import { describe, test, type TestContext } from 'node:test';
import { bankAtHand, type BankAtHand } from '../../support/terminal/bank-at-hand.ts';
import { recordsOf, runPassbook, type PassbookProcess } from '../../support/terminal/run-passbook.ts';

/** Many pages, each slow enough that an interrupt lands among them. */
const slow = { accounts: 2, cards: 0, transactions: 3000, pending: 0, days: 720, latencyMs: 150 } as const;

async function open(t: TestContext): Promise<BankAtHand> {
  const at = await bankAtHand(slow);
  t.after(at.close);
  return at;
}

/** Resolves once rows are stored, while more are to come. */
const underWay = (passbook: PassbookProcess): Promise<string> =>
  passbook.line((line) => {
    const { type, transactionsSynced } = JSON.parse(line) as Record<string, unknown>;
    return type === 'progress' && Number(transactionsSynced) > 0;
  });

function storedIn(ledger: string): { readonly rows: number; readonly sound: boolean } {
  const file = new DatabaseSync(ledger, { readOnly: true });
  try {
    const rows = Number(file.prepare('select count(*) as n from transactions_v1').get()?.['n']);
    const sound = file.prepare('pragma integrity_check').get()?.['integrity_check'] === 'ok';
    return { rows, sound };
  } finally {
    file.close();
  }
}

describe('Ctrl-C during a sync', () => {
  test('once: stops at the next page, says so, keeps every row, and exits with 130', async (t) => {
    const at = await open(t);
    const passbook = await at.connect();
    await underWay(passbook);
    passbook.interrupt();
    const { code, out, err } = await passbook.ended;
    assert.equal(code, 130);
    assert.match(err, /Stopping after the current page/);
    const summary = recordsOf(out).at(-1);
    assert.equal(summary?.['type'], 'summary');
    assert.equal(summary['status'], 'cancelled');
    const { rows, sound } = storedIn(at.ledger);
    assert.ok(sound);
    assert.ok(rows > 0 && rows < 6000, String(rows));
    assert.equal(rows, summary['transactionsSynced']);

    const args = ['jobs', String(summary['jobId']), '--json', '--ledger', at.ledger];
    const job = await runPassbook(args, { home: at.home });
    assert.equal(recordsOf(job.out)[0]?.['status'], 'cancelled');
  });

  test('twice: ends at once with 130, and nothing stored is lost', async (t) => {
    const at = await open(t);
    const passbook = await at.connect();
    const seen = JSON.parse(await underWay(passbook)) as Readonly<Record<string, unknown>>;
    passbook.interrupt();
    await passbook.said('Press Ctrl-C again');
    passbook.interrupt();
    const { code, out } = await passbook.ended;
    assert.equal(code, 130);
    assert.ok(recordsOf(out).every((record) => record['type'] !== 'error'));
    const { rows, sound } = storedIn(at.ledger);
    assert.ok(sound);
    assert.ok(rows >= Number(seen['transactionsSynced']));
  });

  test('afterwards a new run ends with exactly the rows the bank has', async (t) => {
    const at = await open(t);
    const first = await at.connect();
    await underWay(first);
    first.interrupt();
    await first.said('Press Ctrl-C again');
    first.interrupt();
    await first.ended;
    const { code, err } = await (await at.connect()).ended;
    assert.equal(code, 0, err);
    assert.deepEqual(storedIn(at.ledger), { rows: 6000, sound: true });
  });
});
