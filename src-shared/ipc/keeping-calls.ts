import * as z from 'zod';
import { environmentSchema } from '../connection.ts';

const client = { environment: environmentSchema, clientId: z.string().min(1).max(200) };

/** A TrueLayer client that connections of the user use. The secret itself is never told. */
export const credentialsSchema = z
  .object({
    environment: environmentSchema,
    clientId: z.string(),
    banks: z.array(z.string()).readonly(),
    hasSecret: z.boolean(),
  })
  .readonly();
/** @see credentialsSchema */
export type Credentials = z.infer<typeof credentialsSchema>;

/** Where the ledger lies, and the credentials its connections use. */
export const keepingCalls = {
  /** Asks for a folder; `null`: the user closed the dialog. */
  'ledger.move': {
    request: z.null(),
    answer: z.object({ ledgerPath: z.string() }).readonly().nullable(),
  },
  'credentials.list': { request: z.null(), answer: z.array(credentialsSchema).readonly() },
  'credentials.replace': {
    request: z.strictObject({ ...client, clientSecret: z.string().min(1).max(500) }),
    answer: z.null(),
  },
  'credentials.forget': { request: z.strictObject(client), answer: z.null() },
} as const;
