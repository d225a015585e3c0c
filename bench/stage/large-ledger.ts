import { addDays, utcDay } from '#shared/calendar-day.ts';
import { growLedgerAnswerSchema } from '../children/grow-ledger-task.ts';
import { syncAnswerSchema } from '../children/sync-task.ts';
import { runChild } from './run-child.ts';
import type { BenchFolder } from './bench-folder.ts';
import { withBank } from './with-bank.ts';

const bank = { accounts: 10, transactions: 1000, days: 2000, latencyMs: 0 };

/** A ledger of `rows` rows over ten accounts: synced, then multiplied with other days, amounts and descriptions. @returns its path */
export async function makeLargeLedger(folder: BenchFolder, rows: number): Promise<string> {
  const small = folder.freshPath();
  const large = folder.freshPath();
  await withBank(bank, (address) =>
    runChild('sync', { bank: address, ledgerPath: small, workers: 2, times: 1 }, syncAnswerSchema),
  );
  const lastDay = addDays(utcDay(Date.now()), -1);
  const grown = { from: small, to: large, rows, lastDay, varied: true };
  await runChild('grow-ledger', grown, growLedgerAnswerSchema);
  folder.drop(small);
  return large;
}
