import * as z from 'zod';
import { toIso } from '#shared/clock.ts';
import { connectionSchema } from '#shared/connection.ts';
import type { Failure } from '#shared/failure.ts';
import { succeeded } from '#shared/result.ts';
import { type AccessTokens, createAccessTokens } from '../../src-main/auth/access-tokens.ts';
import { movedClock } from '../../src-main/clock/moved-clock.ts';
import { createLedgerThread } from '../../src-main/sync/ledger-thread.ts';
import { createSyncRunner } from '../../src-main/sync/sync-runner.ts';
import { exitCodeOfFailure, exitCodeOfJob } from '../../src-main/terminal/exit-code.ts';
import { createFileTokenStore } from './file-token-store.ts';
import { realClock } from './real-clock.ts';
import { workerFile } from './worker-file.ts';

// A Passbook of its own, from an empty folder to a synced ledger, for tests that kill it or run two of them. It is the
// terminal app without its words: the same threads, the same order of steps. One argument, see the schema. Each line
// on stdout is a JSON object; the exit code is that of `passbook sync`.
const orderSchema = z.object({
  ledgerPath: z.string(),
  connection: connectionSchema,
  /** `token`: handed over, no keychain needed. `store`: a file in the keychain's place, with locks and lending. */
  tokens: z.union([z.object({ token: z.string() }), z.object({ store: z.string() })]),
  accountId: z.string().optional(),
  workers: z.number().default(2),
  /** What the clock shows when the process begins, milliseconds since 1970. */
  nowMs: z.number().optional(),
});
const order = orderSchema.parse(JSON.parse(process.argv[2] ?? ''));
const { ledgerPath, connection } = order;
const clockOffsetMs = order.nowMs === undefined ? 0 : order.nowMs - Date.now();
const clock = movedClock(realClock, clockOffsetMs);

const tell = (line: object): void => void process.stdout.write(`${JSON.stringify(line)}\n`);
const log = (line: string): void => tell({ type: 'log', line });

function openTokens(): AccessTokens {
  if ('store' in order.tokens) {
    const store = createFileTokenStore(order.tokens.store);
    return createAccessTokens({ store, fetch, clock, lockFolder: `${ledgerPath}.locks` });
  }
  const given = Promise.resolve(succeeded(order.tokens.token));
  const nothing = Promise.resolve(succeeded(null));
  return {
    current: () => given,
    renewed: () => given,
    adopt: () => nothing,
    moveTo: () => nothing,
    forget: () => nothing,
  };
}

async function work(): Promise<number> {
  const nowIso = toIso(clock.nowMs());
  const ledger = createLedgerThread({ workerFile });
  const fail = (failure: Failure): number => {
    tell({ type: 'failed', failure });
    return exitCodeOfFailure(failure);
  };
  const opened = await ledger.run({ kind: 'open-ledger', ledgerPath, nowIso });
  if (!opened.ok) return fail(opened.failure);
  const known = await ledger.run({ kind: 'load-connections', ledgerPath });
  if (!known.ok) return fail(known.failure);
  if (known.value.length === 0) {
    const saved = await ledger.run({ kind: 'save-connection', ledgerPath, connection, nowIso });
    if (!saved.ok) return fail(saved.failure);
  }
  const runner = createSyncRunner({
    ledger,
    ledgerPath,
    tokens: openTokens(),
    workerFile,
    clock,
    clockOffsetMs,
    psuIp: async () => '127.0.0.1',
    log: { info: () => undefined, warn: log, error: log },
  });
  const { accountId } = order;
  const started = await runner.start(
    { requestedBy: 'user', attended: true, ...(accountId === undefined ? {} : { accountId }) },
    { workers: order.workers },
  );
  if (!started.ok) return fail(started.failure);
  tell({ type: 'started', jobId: started.value.jobId, joined: started.value.joined });
  started.value.events((event) => event.kind === 'page-stored' && tell({ type: 'page' }));
  const job = await started.value.done;
  await ledger.close();
  tell({ type: 'ended', jobId: job.jobId, status: job.status, accounts: job.accounts });
  return exitCodeOfJob(job);
}

tell({ type: 'ready' });
process.exitCode = await work();
