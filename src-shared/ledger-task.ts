import * as z from 'zod';

/** A task of the query thread, called `name`: it always says which ledger, the rest is its own. */
export const ledgerTask = <K extends string, S extends z.ZodRawShape>(name: K, shape: S) =>
  z.object({ kind: z.literal(name), ledgerPath: z.string(), ...shape }).readonly();
