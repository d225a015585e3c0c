const pauseMs = 20;

/**
 * Tries again while SQLite says busy, for the few things its own busy timeout does not cover. Blocks the thread,
 * as the busy timeout does: ledgers are only opened in threads that may.
 */
export function whenNotBusy<T>(action: () => T, atMostMs: number): T {
  for (let waitedMs = 0; ; waitedMs += pauseMs) {
    try {
      return action();
    } catch (error) {
      if (!isBusy(error) || waitedMs >= atMostMs) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pauseMs);
    }
  }
}

const isBusy = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  typeof error.code === 'string' &&
  /^SQLITE_(BUSY|LOCKED)/.test(error.code);
