import type * as z from 'zod';

/** What this child was told to do. */
export const taskOfChild = <T>(schema: z.ZodType<T>): T =>
  schema.parse(JSON.parse(process.argv[2] ?? 'null'));

/** Hands the answer to the parent and ends this process: keep-alive sockets would hold it for some seconds. */
export function answerParent(answer: unknown): void {
  process.send?.(answer, () => process.exit());
}
