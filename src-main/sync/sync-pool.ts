import { transferableAbortController } from 'node:util';
import { MessageChannel } from 'node:worker_threads';
import { Piscina } from 'piscina';
import { createGateMemory } from '#shared/gate-memory.ts';
import { syncEventSchema, type SyncEvent } from '#shared/sync-event.ts';
import type { DiscoverAnswer, DiscoverTask, SyncAccountAnswer, SyncAccountTask } from '#shared/sync-tasks.ts';

/** The answer to each kind of task. */
interface SyncAnswers {
  readonly discover: DiscoverAnswer;
  readonly 'sync-account': SyncAccountAnswer;
}

/** Worker threads for one job. */
export interface SyncPool {
  /**
   * Queues a task. All its events have been handed to `onEvent` before the answer resolves. `stop` ends it at the
   * next page; `kill` ends the thread at once (what it committed stays). Rejects when the thread was killed or died.
   */
  readonly run: <T extends DiscoverTask | SyncAccountTask>(
    task: T,
    at: {
      readonly onEvent: (event: SyncEvent) => void;
      readonly stop: AbortSignal;
      readonly kill: AbortSignal;
    },
  ) => Promise<SyncAnswers[T['kind']]>;
  readonly close: () => Promise<void>;
}

/** A pool of `workers` threads (at least 1) with one rate gate among them; up to `most` while there is work for more. */
export function openSyncPool({
  workerFile,
  workers,
  most,
}: {
  readonly workerFile: URL;
  readonly workers: number;
  readonly most: number;
}): SyncPool {
  const gate = createGateMemory();
  // `minThreads`: all start while the first asks who and what; a thread takes some 300 ms to load its code.
  // `atomics: 'disabled'`: a worker frozen between tasks would let its keep-alive connections go stale.
  // `stricterFIFO`: accounts start in the order of the list; otherwise what waits is sent to the back again and again.
  const pool = new Piscina({
    filename: workerFile.href,
    minThreads: workers,
    maxThreads: most,
    idleTimeout: 60_000,
    atomics: 'disabled',
    stricterFIFO: true,
  });
  return {
    run: async (task, { onEvent, stop, kill }) => {
      const { port1, port2 } = new MessageChannel();
      const ended = new Promise<void>((resolve) => {
        port1.once('close', resolve);
      });
      port1.on('message', (message: unknown) => onEvent(syncEventSchema.parse(message)));
      const stopper = transferableAbortController();
      const forward = (): void => stopper.abort();
      stop.addEventListener('abort', forward, { once: true });
      try {
        const message = { task, events: port2, stop: stopper.signal, gate };
        // The types of `transferList` do not know that Node can transfer an AbortSignal.
        const transferList = [port2, stopper.signal as unknown as typeof port2];
        const answer = (await pool.run(message, {
          transferList,
          signal: kill,
        })) as SyncAnswers[(typeof task)['kind']];
        // Events and answers travel on different channels: only the closed port says that none is left.
        await ended;
        return answer;
      } finally {
        stop.removeEventListener('abort', forward);
        port1.close();
      }
    },
    close: () => pool.close({ force: true }),
  };
}
