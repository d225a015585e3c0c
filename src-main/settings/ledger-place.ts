import { join } from 'node:path';
import * as z from 'zod';
import { type JsonFile, openJsonFile } from './json-file.ts';

const schema = z.object({
  /** Absolute; `null`: in the data folder. */
  ledgerPath: z.string().nullable(),
});

/** Where the user has moved the ledger to. A file of its own, since the window and the terminal both go by it. */
export type LedgerPlace = JsonFile<z.infer<typeof schema>>;

/** Kept in the data folder, which itself stays where it is. */
export const openLedgerPlace = (dataFolder: string): LedgerPlace =>
  openJsonFile(join(dataFolder, 'ledger-place.json'), schema, { ledgerPath: null });

/** The user's real ledger. */
export const ledgerPathIn = (dataFolder: string, place: LedgerPlace): string =>
  place.read().ledgerPath ?? join(dataFolder, 'ledger.sqlite');

/** The two ledgers as they are at the moment. `demoPath` left out: there is one ledger for all. */
export const ledgerPathsOf = (
  dataFolder: string,
  place: LedgerPlace,
  demoPath?: string,
): { readonly real: string; readonly demo: string } => ({
  get real() {
    return ledgerPathIn(dataFolder, place);
  },
  get demo() {
    return demoPath ?? ledgerPathIn(dataFolder, place);
  },
});
