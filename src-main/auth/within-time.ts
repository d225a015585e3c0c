import type { Clock } from '#shared/clock.ts';
import { failed, type Result } from '#shared/result.ts';

/**
 * Waits for an answer no longer than allowed and no longer than the user wants: `connect-timed-out` or `cancelled`
 * otherwise. Leaves no timer and no listener behind. What gave the answer is the caller's to end.
 */
export async function withinTime<T>(
  answer: Promise<Result<T>>,
  limits: { readonly clock: Clock; readonly timeoutMs: number; readonly signal?: AbortSignal | undefined },
): Promise<Result<T>> {
  const { clock, timeoutMs, signal } = limits;
  const stopSleeping = new AbortController();
  const cancelled = Promise.withResolvers<Result<T>>();
  const onAbort = (): void => cancelled.resolve(failed({ kind: 'cancelled' }));
  if (signal?.aborted === true) onAbort();
  signal?.addEventListener('abort', onAbort, { once: true });
  const tooLate = clock
    .sleep(timeoutMs, stopSleeping.signal)
    .then((): Result<T> => failed({ kind: 'connect-timed-out', afterMs: timeoutMs }));
  try {
    return await Promise.race([answer, cancelled.promise, tooLate]);
  } finally {
    signal?.removeEventListener('abort', onAbort);
    stopSleeping.abort();
  }
}
