import { parentPort } from 'node:worker_threads';
import type { TellUpdate } from '#shared/ledger-update.ts';

/** Tells main, which need not ask: this thread is busy with the update itself. Nobody listens where there is no thread. */
export const tellUpdate: TellUpdate = (ledgerUpdate) => parentPort?.postMessage({ ledgerUpdate });
