import qif2json from 'qif2json';
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

/** Reads QIF with another program's reader. */
export function parseQif(text: string): z.infer<typeof qifSchema> {
  return qifSchema.parse(qif2json.parse(text));
}
