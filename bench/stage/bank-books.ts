import * as z from 'zod';

const rowSchema = z.object({ date: z.string(), amountMinor: z.number(), description: z.string() }).readonly();

/** A demo bank's own view at the end of a measurement: its rows, and every request it received. */
export const bankBooksSchema = z
  .object({
    accounts: z
      .array(
        z
          .object({
            accountId: z.string(),
            booked: z.array(rowSchema).readonly(),
            pending: z.array(rowSchema).readonly(),
          })
          .readonly(),
      )
      .readonly(),
    calls: z
      .array(
        z
          .object({
            endpoint: z.string(),
            /** By the machine's clock, which is the bank's. */
            atMs: z.number(),
            /** HTTP; 0: the connection was cut. */
            status: z.number(),
          })
          .readonly(),
      )
      .readonly(),
  })
  .readonly();
export type BankBooks = z.infer<typeof bankBooksSchema>;
