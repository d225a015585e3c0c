import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toIso } from '#shared/clock.ts';
import type { Connection } from '#shared/connection.ts';
import { createAccessTokens } from '../../src-main/auth/access-tokens.ts';
import { createMemoryTokenStore } from '../../src-main/auth/memory-token-store.ts';
import { createLedgerThread, type LedgerThread } from '../../src-main/sync/ledger-thread.ts';
import { createSyncRunner, type SyncRunner } from '../../src-main/sync/sync-runner.ts';
import type { BankAddress } from './bank-address.ts';
import { giveConsent } from './give-consent.ts';
import { realClock } from './real-clock.ts';

const workerFile = new URL('../../src-worker/tasks/worker.ts', import.meta.url);
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** The product as the terminal puts it together, but for the keychain and the log file. */
export interface Stage {
  readonly runner: SyncRunner;
  readonly close: () => Promise<void>;
}

/** Connects the ledger at `ledgerPath` (created when missing) to the bank. A ledger's own connection is kept. */
export async function openStage(bank: BankAddress, ledgerPath: string): Promise<Stage> {
  const ledger = createLedgerThread({ workerFile });
  const store = createMemoryTokenStore();
  const lockFolder = join(tmpdir(), `passbook-bench-locks-${process.pid}`);
  const tokens = createAccessTokens({ store, fetch, clock: realClock, lockFolder });
  const connection = await connectionOf(ledger, bank, ledgerPath);
  const { authUrl, clientId, clientSecret } = bank;
  await store.write({ kind: 'client-secret', authUrl, clientId }, clientSecret);
  await tokens.adopt(connection.id, await giveConsent(bank));
  const runner = createSyncRunner({
    ledger,
    ledgerPath,
    tokens,
    workerFile,
    clock: realClock,
    clockOffsetMs: 0,
    log: silent,
    psuIp: () => Promise.resolve('127.0.0.1'),
  });
  return {
    runner,
    close: async () => {
      await tokens.close();
      await ledger.close();
    },
  };
}

async function connectionOf(
  ledger: LedgerThread,
  bank: BankAddress,
  ledgerPath: string,
): Promise<Connection> {
  const nowIso = toIso(Date.now());
  const opened = await ledger.run({ kind: 'open-ledger', ledgerPath, nowIso });
  if (!opened.ok) throw new Error(`No ledger: ${opened.failure.kind}`);
  const known = await ledger.run({ kind: 'load-connections', ledgerPath });
  const { authUrl, apiUrl, clientId, redirectUri } = bank;
  const connection: Connection = {
    ...((known.ok ? known.value[0] : undefined) ?? {
      id: randomUUID(),
      providerId: '',
      providerName: '',
      consentCreatedAt: nowIso,
      consentExpiresAt: null,
    }),
    environment: 'custom',
    authUrl,
    apiUrl,
    clientId,
    redirectUri,
    state: 'active',
  };
  const saved = await ledger.run({ kind: 'save-connection', ledgerPath, connection, nowIso });
  if (!saved.ok) throw new Error(`No connection: ${saved.failure.kind}`);
  return connection;
}
