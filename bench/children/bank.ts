import { createServer } from 'node:net';
import { once } from 'node:events';
import { faultFileSchema } from '../../src-demo-bank/faults/fault-schema.ts';
import { startDemoBank } from '../../src-demo-bank/start-demo-bank.ts';
import { bankWishSchema } from '../stage/bank-address.ts';
import type { BankBooks } from '../stage/bank-books.ts';
import { taskOfChild } from '../stage/child-task.ts';

// The demo bank, in its own process: its work is the bank's, not the app's. Ends when its parent ends it.
const { widestDays, faults, transactions, ...wish } = taskOfChild(bankWishSchema);
const redirectUri = `http://localhost:${await freePort()}/callback`;
const bank = await startDemoBank({
  cards: 0,
  ...wish,
  ...(transactions === undefined ? {} : { transactions, pending: 0 }),
  autoApprove: true,
  faults: faultFileSchema.parse({ faults: [...refusalOf(widestDays), ...(faults ?? [])] }),
  redirectUris: [redirectUri],
});
const { authUrl, apiUrl, clientId, clientSecret } = bank;
process.once('disconnect', () => process.exit());
process.send?.({ authUrl, apiUrl, clientId, clientSecret, redirectUri });
process.on('message', () => process.send?.(books()));

/** A redirect URI names its port, so port 0 would not do. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}

function refusalOf(days: number | undefined): readonly unknown[] {
  return days === undefined
    ? []
    : [{ kind: 'refuse-wide-ranges', endpoint: 'transactions', widestDays: days }];
}

/** What the bank knows to be true and whom it answered what: for a parent that checks the ledger against it. */
function books(): BankBooks {
  const { accountIds, calls, truth } = bank.control;
  return { accounts: accountIds.map((accountId) => ({ accountId, ...truth(accountId) })), calls };
}
