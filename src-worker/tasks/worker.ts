import type { MessagePort } from 'node:worker_threads';
import { ledgerTaskSchema } from '#shared/ledger-tasks.ts';
import { syncTaskSchema } from '#shared/sync-tasks.ts';
import { runLedgerTask } from './run-ledger-task.ts';
import { runSyncTask } from './run-sync-task.ts';

/** What main sends with a sync task besides the task itself. Transferred, so it comes as it is. */
interface SyncMessage {
  readonly task: unknown;
  /** Where events go; closed by this thread after the last one. */
  readonly events: MessagePort;
  /** Aborts when the user cancels. */
  readonly stop: AbortSignal;
  /** The rate gate of all threads. */
  readonly gate: SharedArrayBuffer;
}

/**
 * The thread's one door: piscina calls it once a task. Tasks are decoded here and trusted after. Expected failures
 * come back as values, because an Error loses its class and fields on its way out of a thread.
 */
export default async function runTask(message: { readonly task: unknown } | SyncMessage): Promise<unknown> {
  if (!('events' in message)) return runLedgerTask(ledgerTaskSchema.parse(message.task));
  const { events, stop, gate } = message;
  try {
    return await runSyncTask(syncTaskSchema.parse(message.task), {
      stop,
      gate,
      emit: (event) => events.postMessage(event),
    });
  } finally {
    events.close();
  }
}
