import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import {
  type DemoBankThread,
  demoBankThreadSchema,
  type FromDemoBank,
  fromDemoBankSchema,
  type ToDemoBank,
} from '#shared/demo-bank-thread.ts';
import type { DemoBankDoor, DemoBankSettings, RunningDemoBank } from './demo-bank-port.ts';

/** A wish without the number its answer comes back with. */
type Wish = ToDemoBank extends infer W ? (W extends ToDemoBank ? Omit<W, 'id'> : never) : never;

/**
 * The demo bank as a thread beside the app: its pages of thousands of rows must not hold up main, as no real bank would
 * (docs/benchmarks.md, f). `nowMs` cannot be handed to a thread, so the clock goes as its offset.
 */
export const demoBankInThread = (threadFile: URL, clockOffsetMs: number): DemoBankDoor => ({
  startDemoBank: (settings) => start(threadFile, plainSettings(settings, clockOffsetMs)),
  // Decoded in the thread, where the bank's code is; what is wrong ends the start.
  decodeFaultFile: (value) => ({ ok: true, value }),
});

/** What can be cloned of them. */
const plainSettings = (settings: DemoBankSettings, clockOffsetMs: number): DemoBankThread =>
  demoBankThreadSchema.parse({ ...settings, clockOffsetMs });

async function start(threadFile: URL, settings: DemoBankThread): Promise<RunningDemoBank> {
  const thread = new Worker(threadFile, { workerData: settings });
  const first = decode((await once(thread, 'message'))[0]);
  if (first.kind !== 'up') {
    await thread.terminate();
    const down = first.kind === 'down' ? first : { code: null, message: 'The demo bank spoke out of turn' };
    throw Object.assign(new Error(down.message), down.code === null ? {} : { code: down.code });
  }
  const ask = askerOf(thread);
  const { authUrl, apiUrl, clientId, clientSecret, redirectUri } = first;
  return {
    authUrl,
    apiUrl,
    clientId,
    clientSecret,
    redirectUri,
    control: {
      issuedSecrets: () => ask({ kind: 'issued-secrets' }),
      setFaults: async (file) => void (await ask({ kind: 'set-faults', file })),
      expireAccessTokens: async () => void (await ask({ kind: 'expire-access-tokens' })),
      passEvening: async (atMs) => void (await ask({ kind: 'pass-evening', atMs })),
      revokeConsent: async () => void (await ask({ kind: 'revoke-consent' })),
    },
    close: async () => {
      await ask({ kind: 'close' }).catch(() => null);
      // Gone before the app quits: a live thread at quit crashes Electron.
      await thread.terminate();
    },
  };
}

/** Asks, and waits for the answer with the same number. A thread that is gone answers with that. */
function askerOf(thread: Worker): (wish: Wish) => Promise<readonly string[]> {
  const waiting = new Map<number, PromiseWithResolvers<readonly string[]>>();
  let serial = 0;
  let isGone = false;
  const gone = new Error('The demo bank has ended');
  thread.on('message', (message) => {
    const said = decode(message);
    if (said.kind === 'done') waiting.get(said.id)?.resolve(said.secrets);
    if (said.kind === 'refused') waiting.get(said.id)?.reject(new Error(said.message));
  });
  // Heard, so that a bug of the bank ends the bank and not the app; 'exit' follows.
  thread.on('error', () => undefined);
  thread.once('exit', () => {
    isGone = true;
    for (const { reject } of waiting.values()) reject(gone);
  });
  return async (wish) => {
    if (isGone) throw gone;
    serial += 1;
    const id = serial;
    const answer = Promise.withResolvers<readonly string[]>();
    waiting.set(id, answer);
    thread.postMessage({ ...wish, id });
    return answer.promise.finally(() => waiting.delete(id));
  };
}

const decode = (message: unknown): FromDemoBank => fromDemoBankSchema.parse(message);
