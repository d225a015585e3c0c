import * as z from 'zod';

/** RFC 9110, 10.2.3: seconds, or an HTTP date. `text` is sent as it stands, for what no RFC allows. */
export const retryAfterSchema = z.union([
  z.strictObject({ seconds: z.int().min(0) }),
  z.strictObject({ httpDateInSeconds: z.int() }),
  z.strictObject({ text: z.string() }),
]);
export type RetryAfter = z.infer<typeof retryAfterSchema>;

/** The header, or no header. The date is by the bank's clock and rounded up, so nobody is told to come too early. */
export function retryAfterHeader(
  retryAfter: RetryAfter | undefined,
  nowMs: number,
): Readonly<Record<string, string>> {
  if (retryAfter === undefined) return {};
  if ('seconds' in retryAfter) return { 'retry-after': String(retryAfter.seconds) };
  if ('text' in retryAfter) return { 'retry-after': retryAfter.text };
  const atMs = Math.ceil(nowMs / 1000 + retryAfter.httpDateInSeconds) * 1000;
  return { 'retry-after': new Date(atMs).toUTCString() };
}
