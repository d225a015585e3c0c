import * as z from 'zod';
import { ledgerTask } from './ledger-task.ts';

/** What the ledger holds of one connection: what forgetting it deletes. Days are `YYYY-MM-DD`. */
export const connectionDataSchema = z
  .object({
    /** Names of accounts and cards. */
    accounts: z.array(z.string()).readonly(),
    /** All rows, also those that do not count any more. */
    transactions: z.number(),
    /** Of these, how many do not count: gone at the bank, hidden, or pending ones that were booked. */
    notCounted: z.number(),
    firstDay: z.string().nullable(),
    lastDay: z.string().nullable(),
    /** Transactions that the user has said something about: a note, a category, a sign, that it is hidden. */
    annotated: z.number(),
    /** Answers of the bank kept as they came, and the room they take, compressed. */
    pages: z.number(),
    pageBytes: z.number(),
  })
  .readonly();
/** @see connectionDataSchema */
export type ConnectionData = z.infer<typeof connectionDataSchema>;

/** What a connection has in the ledger. Deleting it is `forget-connection`. */
export const connectionDataTasks = [
  ledgerTask('describe-connection-data', { connectionId: z.string() }),
] as const;

/** What those tasks answer. */
export interface ConnectionDataAnswers {
  readonly 'describe-connection-data': ConnectionData;
}
