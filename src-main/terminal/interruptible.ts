import type { Surroundings } from './surroundings.ts';

/** Does `work` with a signal that Ctrl-C aborts; afterwards Ctrl-C means again what it meant before. */
export async function interruptible<T>(
  { onInterrupt }: Pick<Surroundings, 'onInterrupt'>,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const stopper = new AbortController();
  const release = onInterrupt(() => stopper.abort());
  try {
    return await work(stopper.signal);
  } finally {
    release();
  }
}
