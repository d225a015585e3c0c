import assert from 'node:assert/strict';
import { test } from 'node:test';
import { transactions } from '../../../../src-main/terminal/commands/transactions.ts';
import { fakeLedgerThread } from '../../../support/terminal/fake-ledger-thread.ts';
import { fakeParts } from '../../../support/terminal/fake-parts.ts';
import { fakeSurroundings } from '../../../support/terminal/fake-surroundings.ts';
import { testContext } from '../../../support/terminal/test-context.ts';

test('passbook transactions of an account nobody knows is a usage error, as in the other commands', async () => {
  const ledger = fakeLedgerThread();
  const terminal = fakeSurroundings();
  const context = testContext(terminal, { parts: fakeParts({ createLedger: () => ledger }) });
  assert.equal(await transactions(context, { account: 'NOPE' }), 2);
  assert.match(terminal.err(), /There is no account "NOPE" in this ledger\./);
  assert.ok(ledger.tasks.every(({ kind }) => kind !== 'list-transactions'));
  assert.equal(await transactions(context, {}), 0);
});
