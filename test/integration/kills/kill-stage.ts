import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ConnectedBank, startConnectedBank } from '../../support/connected-bank.ts';
import { type SyncChild, startSyncChild } from '../../support/sync-child.ts';
import { lookAtLedger, type WholeLedger } from '../../support/whole-ledger.ts';

/** A bank that stands still, ledgers to sync it into, and what an undisturbed sync of it comes to. */
export interface KillStage {
  readonly undisturbed: WholeLedger;
  readonly life: Life;
  readonly newLedger: () => string;
  readonly sync: (ledgerPath: string, workers: number) => SyncChild;
  readonly close: () => Promise<void>;
}

/** The parts of an undisturbed run's life, in order. What ends a part is the line with which the next begins. */
export const lifeParts = ['loading', 'ready', 'started', 'page'] as const;
export type LifePart = (typeof lifeParts)[number];
/** How long each part lasts, milliseconds: code is loaded; the ledger is made; threads are started; pages are stored. */
export type Life = Readonly<Record<LifePart, number>>;

/** Opens it. The bank lives in this process, on loopback, so that it sees the children die. */
export async function openKillStage(): Promise<KillStage> {
  const folder = mkdtempSync(join(tmpdir(), 'passbook-kills-'));
  // Noon of today: neither side comes near midnight while the test runs, and the bank's life stands still.
  const nowMs = new Date().setUTCHours(12, 0, 0, 0);
  const at = await startConnectedBank({
    accounts: 2,
    cards: 1,
    transactions: 150,
    days: 120,
    pending: 3,
    latencyMs: 4,
    nowMs: () => nowMs,
  });
  makeHard(at.bank.control, nowMs);
  let ledgers = 0;
  const newLedger = (): string => join(folder, `${String((ledgers += 1))}.sqlite`);
  // Most of a short process's time goes into its code otherwise, and a killed one compiles for nobody.
  const env = { NODE_COMPILE_CACHE: join(folder, 'code') };
  const tokens = { token: at.tokens.accessToken };
  const sync = (ledgerPath: string, workers: number): SyncChild =>
    startSyncChild({ ledgerPath, connection: at.connection, tokens, workers, nowMs }, env);
  const close = async (): Promise<void> => {
    await at.bank.close();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const ledgerPath = newLedger();
    await finish(sync(ledgerPath, 1));
    // Two beside each other, as the kills will be.
    const [life] = await Promise.all([1, 2].map((workers) => timeOf(sync(newLedger(), workers))));
    if (life === undefined) throw new Error('nothing was timed');
    return { undisturbed: lookAtLedger(ledgerPath).whole, life, newLedger, sync, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function timeOf(child: SyncChild): Promise<Life> {
  const life = { loading: 0, ready: 0, started: 0, page: 0 };
  let sinceMs = performance.now();
  for (const [index, part] of lifeParts.entries()) {
    const next = lifeParts[index + 1];
    await (next === undefined ? finish(child) : child.told(next));
    life[part] = performance.now() - sinceMs;
    sinceMs += life[part];
  }
  return life;
}

/** Runs a child to its end. @throws when it does not end well, with all it said. */
export async function finish(child: SyncChild): Promise<void> {
  const { code, lines, err } = await child.ended;
  if (code !== 0 || err !== '') {
    throw new Error(
      `A sync ended with ${String(code)}: ${err}\n${lines.map((line) => JSON.stringify(line)).join('\n')}`,
    );
  }
}

/** One account without ids of any kind, and true twins in it: rows that only an occurrence number tells apart. */
function makeHard(control: ConnectedBank['bank']['control'], nowMs: number): void {
  const [accountId = ''] = control.accountIds;
  for (const daysAgo of [3, 3, 3, 40, 40, 100]) {
    const date = new Date(nowMs - daysAgo * 86_400_000).toISOString().slice(0, 10);
    control.addTransaction(accountId, {
      date,
      amountMinor: -310,
      description: 'COFFEE',
      secondOfDay: 30_000,
    });
  }
  control.setFaults({
    faults: [{ kind: 'missing-optional-fields', endpoint: 'transactions', accountIndex: 0, fromCall: 1 }],
  });
}
