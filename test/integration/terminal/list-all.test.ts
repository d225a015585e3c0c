import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bankAtHand } from '../../support/terminal/bank-at-hand.ts';
import { recordsOf, runPassbook } from '../../support/terminal/run-passbook.ts';

test('transactions --json lists every row, a terminal a screenful that says so', async (t) => {
  const at = await bankAtHand({ accounts: 1, cards: 0, transactions: 120, days: 60, pending: 0 });
  t.after(at.close);
  const { code, err } = await (await at.connect()).ended;
  assert.equal(code, 0, err);
  const list = ['transactions', '--ledger', at.ledger];
  const json = await runPassbook([...list, '--json'], { home: at.home });
  assert.equal(recordsOf(json.out).length, 120);
  const plain = await runPassbook(list, { home: at.home });
  assert.match(plain.out, /The newest 50; --limit shows more\./);
});
