import { Piscina } from 'piscina';
import { ledgerThreadMessageSchema, type TellUpdate } from '#shared/ledger-update.ts';
import type { LedgerAnswers, LedgerTask } from '#shared/ledger-tasks.ts';
import type { Result } from '#shared/result.ts';

/** The one thread for short ledger tasks, so that main never touches SQLite and never waits behind a sync. */
export interface LedgerThread {
  /** Runs in the order asked. Rejects only when the thread dies: a bug or the machine. */
  readonly run: <T extends LedgerTask>(task: T) => Promise<Result<LedgerAnswers[T['kind']]>>;
  /**
   * Hears of a ledger of an older Passbook that this thread brings up to date when it first opens it: before each step,
   * and `null` at the end.
   */
  readonly onUpdate: (listener: TellUpdate) => void;
  /** Waits for what is under way, then ends the thread: it must be gone before the process (or Electron) quits. */
  readonly close: () => Promise<void>;
}

/**
 * `workerFile`: the bundled or raw `src-worker/tasks/worker.ts`, given by the composition root. `starts`: at once, or
 * with the first task (and it ends again when it has been idle for a minute).
 */
export function createLedgerThread({
  workerFile,
  starts = 'at-once',
}: {
  readonly workerFile: URL;
  readonly starts?: 'at-once' | 'when-needed';
}): LedgerThread {
  // `atomics: 'disabled'`: otherwise an idle worker sleeps without its event loop and timers never fire.
  // `stricterFIFO`: otherwise what waits goes to the back of the queue each time the thread looks at it.
  const pool = new Piscina({
    filename: workerFile.href,
    minThreads: starts === 'at-once' ? 1 : 0,
    maxThreads: 1,
    idleTimeout: 60_000,
    atomics: 'disabled',
    stricterFIFO: true,
  });
  return {
    run: (task) => pool.run({ task }),
    onUpdate: (listener) => {
      pool.on('message', (message: unknown) => {
        const told = ledgerThreadMessageSchema.safeParse(message);
        if (told.success) listener(told.data.ledgerUpdate);
      });
    },
    close: () => pool.close(),
  };
}
