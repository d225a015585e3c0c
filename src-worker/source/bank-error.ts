import * as z from 'zod';
import type { Exchange } from './exchange.ts';

const bodySchema = z.object({ error: z.string().max(100) });

/** The `error` value of a TrueLayer error body, or `null` when there is none to read (truelayer.md 4.4). */
export function bankErrorCode(exchange: Exchange): string | null {
  if (exchange.kind !== 'answer' || exchange.status < 400 || exchange.body.byteLength > 100_000) return null;
  try {
    const body: unknown = JSON.parse(new TextDecoder().decode(exchange.body));
    const decoded = bodySchema.safeParse(body);
    return decoded.success ? decoded.data.error : null;
  } catch {
    return null;
  }
}
