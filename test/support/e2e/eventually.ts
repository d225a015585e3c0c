import { setTimeout as delay } from 'node:timers/promises';

/** Between two looks: each is a round trip into another process. */
const lookAgainAfterMs = 40;
/** Far more than anything takes; a spec that gets here has failed. */
const patienceMs = 45_000;

/** Reads until what is read is so, for what nobody announces. Throws with the last reading. */
export async function eventually<T>(read: () => Promise<T>, isSo: (value: T) => boolean): Promise<T> {
  const startedMs = performance.now();
  for (;;) {
    const value = await read();
    if (isSo(value)) return value;
    if (performance.now() - startedMs > patienceMs) {
      throw new Error(`Still not so: ${isSo.toString()}\n${JSON.stringify(value, null, 1).slice(0, 4000)}`);
    }
    await delay(lookAgainAfterMs);
  }
}
