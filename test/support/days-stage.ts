import { mkdtempSync, rmSync } from 'node:fs';
import { randomBytes, randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { ConnectionRow, JobRecord } from '#shared/ledger-views.ts';
import type { Result } from '#shared/result.ts';
import type { DemoBankOptions } from '../../src-demo-bank/demo-bank-options.ts';
import { type DemoBank, startDemoBank } from '../../src-demo-bank/start-demo-bank.ts';
import { createAccessTokens } from '../../src-main/auth/access-tokens.ts';
import { authorise } from '../../src-main/auth/authorise.ts';
import { createMemoryTokenStore } from '../../src-main/auth/memory-token-store.ts';
import { movedClock } from '../../src-main/clock/moved-clock.ts';
import { connectBank, firstSync } from '../../src-main/connect/connect-bank.ts';
import { keepConsentsAlive } from '../../src-main/connect/keep-alive.ts';
import { readRenewal } from '../../src-main/connect/renewal.ts';
import { createLedgerThread } from '../../src-main/sync/ledger-thread.ts';
import { createSyncRunner } from '../../src-main/sync/sync-runner.ts';
import { freePort } from './free-port.ts';
import { realClock } from './real-clock.ts';
import { workerFile } from './worker-file.ts';

/** A user with a bank and a clock that jumps: connecting, syncing and renewing as the app does it. */
export interface DaysStage {
  readonly bank: DemoBank;
  readonly nowMs: () => number;
  /** Bank and app alike. */
  readonly passDays: (days: number) => void;
  readonly connect: () => Promise<JobRecord>;
  readonly renew: (connectionId: string) => Promise<JobRecord>;
  readonly sync: (request?: { readonly connectionId?: string }) => Promise<JobRecord>;
  /** What any run does for connections it did not touch. */
  readonly keepAlive: () => Promise<void>;
  readonly connections: () => Promise<readonly ConnectionRow[]>;
  readonly query: <T>(sql: string, ...values: readonly unknown[]) => T[];
  /** Ids of accounts, then cards, as the bank has them now. */
  readonly accountIds: readonly string[];
}

const silent = {
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  protect: () => undefined,
};

/** Sets the stage in a temporary folder, runs `play`, and takes everything down again. */
export async function withDaysStage(
  options: DemoBankOptions,
  play: (stage: DaysStage) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'passbook-days-'));
  const ledgerPath = join(folder, 'ledger.sqlite');
  const redirectUri = `http://localhost:${await freePort()}/callback`;
  let offsetMs = 0;
  const clock = { nowMs: () => Date.now() + offsetMs, sleep: realClock.sleep };
  const bank = await startDemoBank({
    autoApprove: true,
    redirectUris: [redirectUri],
    nowMs: clock.nowMs,
    ...options,
  });
  const ledger = createLedgerThread({ workerFile });
  const store = createMemoryTokenStore();
  const tokens = createAccessTokens({ store, fetch, clock, lockFolder: join(folder, 'locks') });
  const deps = { ledger, ledgerPath, tokens, clock };

  const run = async (
    request: Parameters<ReturnType<typeof createSyncRunner>['start']>[0],
  ): Promise<JobRecord> => {
    const runner = createSyncRunner({
      ...deps,
      clock: movedClock(realClock, offsetMs),
      clockOffsetMs: offsetMs,
      workerFile,
      log: silent,
      psuIp: async () => '127.0.0.1',
    });
    return (await value(runner.start(request, { workers: 2 }))).done;
  };
  const connectAnd = async (renews?: string): Promise<JobRecord> => {
    const { authUrl, apiUrl, clientId, clientSecret } = bank;
    const known = renews === undefined ? [] : await load(renews);
    const [renewed] = known;
    const renewal = renewed === undefined ? undefined : await value(readRenewal(store, renewed));
    const connected = await value(
      connectBank(
        {
          ...deps,
          store,
          log: silent,
          newId: randomUUID,
          authorise: (at, request) => authorise({ ...at, fetch, randomBytes }, request),
        },
        {
          environment: 'custom',
          hosts: { authUrl, apiUrl },
          clientId,
          clientSecret,
          redirectUri,
          openLink: async (url) => void (await fetch(url)).body?.cancel(),
          signal: new AbortController().signal,
          ...(renewal === undefined ? {} : { renews: renewal }),
        },
      ),
    );
    return run(firstSync(connected.connectionId, 'connect'));
  };
  const load = (connectionId: string) =>
    value(ledger.run({ kind: 'load-connections', ledgerPath, connectionId }));

  try {
    await value(
      ledger.run({ kind: 'open-ledger', ledgerPath, nowIso: new Date(clock.nowMs()).toISOString() }),
    );
    await play({
      bank,
      nowMs: clock.nowMs,
      passDays: (days) => {
        offsetMs += days * 86_400_000;
      },
      connect: () => connectAnd(),
      renew: (connectionId) => connectAnd(connectionId),
      sync: (request = {}) => run({ requestedBy: 'user', attended: true, ...request }),
      keepAlive: async () => void (await keepConsentsAlive(deps)),
      connections: () => value(ledger.run({ kind: 'list-connections', ledgerPath })),
      query: (sql, ...values) => {
        const db = new Database(ledgerPath, { readonly: true });
        try {
          return db.prepare(sql).all(...values) as never;
        } finally {
          db.close();
        }
      },
      get accountIds() {
        return bank.control.accountIds;
      },
    });
  } finally {
    await tokens.close();
    await ledger.close();
    await bank.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function value<T>(result: Promise<Result<T>>): Promise<T> {
  const found = await result;
  if (!found.ok) throw new Error(`failed: ${JSON.stringify(found.failure)}`);
  return found.value;
}
