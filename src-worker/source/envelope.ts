import * as z from 'zod';
import { failureDetail } from '#shared/failure-detail.ts';
import { parseExactJson } from '#shared/exact-json.ts';

const envelopeSchema = z.object({ results: z.array(z.unknown()), status: z.string().nullish() });

/** The rows of a Data API answer, not yet decoded, or what is wrong with it. */
export type Envelope =
  | { readonly ok: true; readonly results: readonly unknown[] }
  | { readonly ok: false; readonly detail: string };

/**
 * Opens `{"results": [...], "status": "Succeeded"}` (truelayer.md 2.2). Older servers leave `status` out; any other
 * status on a 200 means the results are not there yet, so they must not be taken for the whole truth.
 */
export function openEnvelope(body: Uint8Array): Envelope {
  const text = new TextDecoder().decode(body);
  if (/^\s*</.test(text)) return { ok: false, detail: failureDetail('web-page') };
  try {
    const decoded = envelopeSchema.safeParse(parseExactJson(text));
    if (!decoded.success) return { ok: false, detail: failureDetail('no-results') };
    const { results, status } = decoded.data;
    if (status !== undefined && status !== null && status !== 'Succeeded') {
      return { ok: false, detail: failureDetail('not-ready', status.slice(0, 20)) };
    }
    return { ok: true, results };
  } catch {
    return { ok: false, detail: failureDetail('broken-json') };
  }
}
