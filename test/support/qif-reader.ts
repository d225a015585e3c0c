import { createRequire } from 'node:module';
import * as z from 'zod';

/** What `qif2json` reads out of a file; it brings no types of its own. Dates as `YYYY-MM-DDTHH:mm:ss`. */
const qifSchema = z.object({
  type: z.string(),
  transactions: z.array(
    z.object({
      date: z.string(),
      amount: z.number(),
      payee: z.string().optional(),
      memo: z.string().optional(),
      category: z.string().optional(),
    }),
  ),
});

const load = createRequire(import.meta.url);

/** Reads QIF with another program's reader. */
export function parseQif(text: string): z.infer<typeof qifSchema> {
  const { parse } = load('qif2json') as { readonly parse: (qif: string) => unknown };
  return qifSchema.parse(parse(text));
}
