import { AsyncTasks } from './data/async-tasks.ts';
import { CallLog } from './http/call-log.ts';
import { ConsentDesk } from './auth/consent-desk.ts';
import { Dialog } from './auth/dialog.ts';
import { FaultDesk } from './faults/fault-desk.ts';
import { UnattendedBudget } from './data/unattended-budget.ts';
import { authHeaders, dataHeaders } from './http/host-headers.ts';
import { createControl, createKeys } from './create-control.ts';
import { createListener } from './http/listener.ts';
import { defaultRedirectUri } from './demo-bank-options.ts';
import { findAuthDoor } from './auth/auth-doors.ts';
import { findDataDoor } from './data/data-doors.ts';
import { hexWords } from './data/hex-words.ts';
import { listen } from './http/listen.ts';
import { openBooks } from './life/open-books.ts';
import { openEvening } from './evening/open-evening.ts';
import { seedOf } from './life/seeded-random.ts';
import type { DemoBankControl } from './demo-bank-control.ts';
import type { DemoBankOptions } from './demo-bank-options.ts';
import type { RegisteredClient } from './auth/read-dialog-request.ts';

/** The folder's front door: a terminal that starts a bank has a fault file to read first. */
export { decodeFaultFile } from './faults/decode-fault-file.ts';

/** A running bank: two hosts on loopback, and the credentials a client needs. */
export interface DemoBank {
  readonly authUrl: string;
  readonly apiUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUri: string;
  /** Breaks what is open and frees both ports. */
  readonly close: () => Promise<void>;
  /** For tests in the same process. */
  readonly control: DemoBankControl;
}

/** Starts a bank. Rejects with Node's error (`EADDRINUSE`) when a port is taken; nothing is left open then. */
export async function startDemoBank(options: DemoBankOptions = {}): Promise<DemoBank> {
  const seed = options.seed ?? 1;
  const clock = createClock(options.nowMs ?? Date.now);
  const client = registerClient(seed, options);
  const books = openBooks(
    {
      seed,
      accounts: options.accounts ?? 3,
      cards: options.cards ?? 2,
      transactions: options.transactions,
      days: options.days,
      pending: options.pending,
      currencies: options.currencies,
      hasShortHistory: options.evening !== undefined,
    },
    options.evening?.openedAtMs ?? clock.nowMs(),
  );
  const consents = new ConsentDesk(seed, clock.nowMs);
  const grants = { authorization_code: 0, refresh_token: 0 };
  const faults = new FaultDesk(options.faults?.faults ?? []);
  const calls = new CallLog();
  const nextKey = createKeys();
  const { clientSecret } = client;
  const parts = { books, calls, grants, consents, faults, clock, nextKey, clientSecret };
  const passEvening = openEvening(parts, options.evening, options.faults !== undefined);
  const reception = { books, faults, calls, nowMs: clock.nowMs, nextKey };

  const authDesk = {
    consents,
    dialog: new Dialog(consents, client, options.autoApprove ?? false),
    client,
    grants,
    nowMs: clock.nowMs,
  };
  const closing = new AbortController();
  const auth = await listen(
    options.port ?? 0,
    createListener(
      reception,
      { findDoor: (incoming) => findAuthDoor(authDesk, incoming), headers: authHeaders, latencyMs: 0 },
      closing.signal,
    ),
  );
  let apiUrl = '';
  const tasks = new AsyncTasks(() => apiUrl);
  const dataDesk = { books, consents, budget: new UnattendedBudget(), nowMs: clock.nowMs };
  const dataHost = {
    findDoor: (incoming: Parameters<typeof findDataDoor>[2]) => findDataDoor(dataDesk, tasks, incoming),
    headers: dataHeaders,
    latencyMs: options.latencyMs ?? 0,
  };
  const apiPort = options.port === undefined || options.port === 0 ? 0 : options.port + 1;
  const api = await listen(apiPort, createListener(reception, dataHost, closing.signal)).catch(
    async (error: unknown) => {
      await auth.close();
      throw error;
    },
  );
  apiUrl = api.url;
  return {
    authUrl: auth.url,
    apiUrl,
    clientId: client.clientId,
    clientSecret: client.clientSecret,
    redirectUri: client.redirectUris[0] ?? defaultRedirectUri,
    close: async () => {
      closing.abort();
      await Promise.all([auth.close(), api.close()]);
    },
    control: createControl({ ...parts, passEvening }),
  };
}

/** The given clock, movable forward. */
function createClock(nowMs: () => number): { nowMs: () => number; advance: (ms: number) => void } {
  let aheadMs = 0;
  return {
    nowMs: () => nowMs() + aheadMs,
    advance: (ms) => {
      aheadMs += ms;
    },
  };
}

/** Seeded, so that a bank started again on the same port still knows its client. */
function registerClient(seed: number, options: DemoBankOptions): RegisteredClient {
  const words = [1, 2, 3, 4].map((word) => seedOf(seed, 'client-secret', word));
  const { redirectUris = [] } = options;
  return {
    clientId: options.clientId ?? `demo-bank-${hexWords(seedOf(seed, 'client')).slice(0, 6)}`,
    clientSecret: options.clientSecret ?? `demo-secret-${hexWords(...words)}`,
    redirectUris: redirectUris.length === 0 ? [defaultRedirectUri] : redirectUris,
  };
}
