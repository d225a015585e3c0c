/** Enough for a file write to be worth its call, few enough to stay small in memory. */
const chunkSize = 1000;

/** Groups without holding more than one group. */
export function* inChunks<T>(items: Iterable<T>): Generator<readonly T[]> {
  let chunk: T[] = [];
  for (const item of items) {
    chunk.push(item);
    if (chunk.length < chunkSize) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}
