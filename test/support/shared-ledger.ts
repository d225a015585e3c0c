import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import Database from 'better-sqlite3';
import type { DemoBankOptions } from '../../src-demo-bank/demo-bank-options.ts';
import type { DemoBank } from '../../src-demo-bank/start-demo-bank.ts';
import { startConnectedBank } from './connected-bank.ts';
import { createFileTokenStore } from './file-token-store.ts';
import { assertLedgerIsTrue } from './ledger-truth.ts';
import { startSyncChild, type SyncChild } from './sync-child.ts';

/** One ledger and one store of tokens for several processes, connected, with nothing synced yet. */
export interface SharedLedger {
  readonly bank: DemoBank;
  /** Where the ledger, its log and its locks are; the store is elsewhere, as a keychain is. */
  readonly folder: string;
  readonly ledgerPath: string;
  /** Starts a process that syncs it; of one account only, if named. */
  readonly sync: (accountId?: string) => SyncChild;
  readonly assertTrue: () => void;
}

/** Everything is taken down after the test. */
export async function openSharedLedger(t: TestContext, options: DemoBankOptions): Promise<SharedLedger> {
  const folder = mkdtempSync(join(tmpdir(), 'passbook-shared-'));
  const keychain = mkdtempSync(join(tmpdir(), 'passbook-keychain-'));
  const { bank, connection, tokens } = await startConnectedBank(options);
  t.after(async () => {
    await bank.close();
    for (const made of [folder, keychain]) rmSync(made, { recursive: true, force: true });
  });
  const ledgerPath = join(folder, 'ledger.sqlite');
  const storePath = join(keychain, 'store.json');
  const store = createFileTokenStore(storePath);
  const { authUrl, clientId, clientSecret } = bank;
  await store.write({ kind: 'client-secret', authUrl, clientId }, clientSecret);
  await store.write({ kind: 'refresh-token', connectionId: connection.id }, tokens.refreshToken ?? '');
  return {
    bank,
    folder,
    ledgerPath,
    sync: (accountId) =>
      startSyncChild({
        ledgerPath,
        connection,
        tokens: { store: storePath },
        ...(accountId === undefined ? {} : { accountId }),
      }),
    assertTrue: () => {
      const db = new Database(ledgerPath, { readonly: true });
      try {
        assertLedgerIsTrue({
          bank,
          accountIds: bank.control.accountIds,
          query: (sql, ...values) => db.prepare(sql).all(...values) as never,
        });
      } finally {
        db.close();
      }
    },
  };
}
