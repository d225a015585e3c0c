import { mkdtempSync, rmSync } from 'node:fs';
import { randomBytes, randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { toIso } from '#shared/clock.ts';
import type { Connection } from '#shared/connection.ts';
import type { SyncRequest } from '#shared/ledger-tasks.ts';
import type { JobRecord } from '#shared/ledger-views.ts';
import type { SyncEvent } from '#shared/sync-event.ts';
import type { DemoBankOptions } from '../../src-demo-bank/demo-bank-options.ts';
import { type DemoBank, startDemoBank } from '../../src-demo-bank/start-demo-bank.ts';
import { createAccessTokens } from '../../src-main/auth/access-tokens.ts';
import { authorise } from '../../src-main/auth/authorise.ts';
import { createMemoryTokenStore } from '../../src-main/auth/memory-token-store.ts';
import { createLedgerThread, type LedgerThread } from '../../src-main/sync/ledger-thread.ts';
import { createSyncRunner } from '../../src-main/sync/sync-runner.ts';
import type { SyncRun } from '../../src-main/sync/sync-run.ts';
import { freePort } from './free-port.ts';
import { realClock } from './real-clock.ts';
import { workerFile } from './worker-file.ts';

/** The real thing but for the keychain: demo bank, threads, SQLite, HTTP on loopback. */
export interface SyncStage {
  readonly bank: DemoBank;
  readonly ledger: LedgerThread;
  readonly ledgerPath: string;
  readonly connection: Connection;
  readonly start: (request?: Partial<SyncRequest>, workers?: number) => Promise<SyncRun>;
  /** Starts and awaits; the events come with the record. */
  readonly sync: (
    request?: Partial<SyncRequest>,
    workers?: number,
  ) => Promise<JobRecord & { readonly events: readonly SyncEvent[] }>;
  /** Reads the ledger as a stranger would: a fresh read-only handle each time. */
  readonly query: <T>(sql: string, ...values: readonly unknown[]) => T[];
  /** Ids of accounts, then cards, as the bank has them. */
  readonly accountIds: readonly string[];
}

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Sets up a connected bank in a temporary folder, runs `play`, and takes everything down again. */
export async function withSyncStage(
  options: DemoBankOptions,
  play: (stage: SyncStage) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'passbook-sync-'));
  const ledgerPath = join(folder, 'ledger.sqlite');
  const redirectUri = `http://localhost:${await freePort()}/callback`;
  const bank = await startDemoBank({ autoApprove: true, redirectUris: [redirectUri], ...options });
  const ledger = createLedgerThread({ workerFile });
  const store = createMemoryTokenStore();
  const tokens = createAccessTokens({ store, fetch, clock: realClock, lockFolder: join(folder, 'locks') });
  try {
    const connection = await connect();
    const runner = createSyncRunner({
      ledger,
      ledgerPath,
      tokens,
      workerFile,
      clock: realClock,
      clockOffsetMs: 0,
      log: silent,
      psuIp: async () => '127.0.0.1',
    });
    const start: SyncStage['start'] = async (request = {}, workers = 2) => {
      const started = await runner.start({ requestedBy: 'user', attended: true, ...request }, { workers });
      if (!started.ok) throw new Error(`did not start: ${JSON.stringify(started.failure)}`);
      return started.value;
    };
    await play({
      bank,
      ledger,
      ledgerPath,
      connection,
      start,
      accountIds: bank.control.accountIds,
      sync: async (request, workers) => {
        const run = await start(request, workers);
        const events: SyncEvent[] = [];
        run.events((event) => events.push(event));
        return { ...(await run.done), events };
      },
      query: (sql, ...values) => {
        const db = new Database(ledgerPath, { readonly: true });
        try {
          return db.prepare(sql).all(...values) as never;
        } finally {
          db.close();
        }
      },
    });
  } finally {
    await tokens.close();
    await ledger.close();
    await bank.close();
    rmSync(folder, { recursive: true, force: true });
  }

  async function connect(): Promise<Connection> {
    const { authUrl, apiUrl, clientId, clientSecret } = bank;
    const nowIso = toIso(Date.now());
    const opened = await ledger.run({ kind: 'open-ledger', ledgerPath, nowIso });
    if (!opened.ok) throw new Error(opened.failure.kind);
    const consent = await authorise(
      {
        fetch,
        clock: realClock,
        randomBytes,
        openLink: async (url) => void (await fetch(url)).body?.cancel(),
      },
      { authUrl, clientId, clientSecret, redirectUri, scopes: allScopes },
    );
    if (!consent.ok) throw new Error(consent.failure.kind);
    const id = randomUUID();
    await store.write({ kind: 'client-secret', authUrl, clientId }, clientSecret);
    await tokens.adopt(id, consent.value);
    const connection: Connection = {
      id,
      environment: 'custom',
      authUrl,
      apiUrl,
      clientId,
      redirectUri,
      providerId: '',
      providerName: '',
      state: 'active',
      consentCreatedAt: nowIso,
      consentExpiresAt: null,
    };
    await ledger.run({ kind: 'save-connection', ledgerPath, connection, nowIso });
    return connection;
  }
}

const allScopes = [
  'info',
  'accounts',
  'cards',
  'balance',
  'transactions',
  'direct_debits',
  'standing_orders',
  'offline_access',
];
