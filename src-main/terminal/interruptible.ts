import type { Surroundings } from './surroundings.ts';

/**
 * Does `work` with a signal that Ctrl-C aborts, and `stop` for a Ctrl-C that arrives as a key. When the work is over
 * the signal aborts as well, so that nothing begun under it outlives it, and Ctrl-C means again what it meant before.
 */
export async function interruptible<T>(
  { onInterrupt }: Pick<Surroundings, 'onInterrupt'>,
  work: (signal: AbortSignal, stop: () => void) => Promise<T>,
): Promise<T> {
  const stopper = new AbortController();
  const stop = (): void => stopper.abort();
  const release = onInterrupt(stop);
  try {
    return await work(stopper.signal, stop);
  } finally {
    release();
    stop();
  }
}
