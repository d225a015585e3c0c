import type { AccountLedger } from '../engine/account-ledger.ts';
import { accountRefs } from './account-refs.ts';
import { readHistory, recordCoverage } from './coverage.ts';
import type { Ledger } from './open-ledger.ts';
import { recordRefusal } from './receipts/record-receipt.ts';
import { storeBalance } from './store-balance.ts';
import { storePending } from './store-pending.ts';
import { storeRecurring } from './store-recurring.ts';
import { storeWindow } from './store-window.ts';

/** Which account, in which job. `nowIso` is asked once a transaction. */
export interface AccountInJob {
  readonly connectionId: string;
  readonly accountId: string;
  readonly jobId: string;
  readonly nowIso: () => string;
}

/**
 * The engine's port on SQLite. Methods throw what SQLite throws; the task's border reads it with `ledgerFailure`.
 *
 * @throws when the account or the job is not in the ledger.
 */
export function openAccountLedger({ db }: Ledger, at: AccountInJob): AccountLedger {
  const refs = accountRefs(db, at);
  return {
    history: () => readHistory(db, refs),
    storeWindow: (answer) => storeWindow(db, refs, answer, at.nowIso()),
    storePending: (answer) => storePending(db, refs, answer, at.nowIso()),
    storeRefusal: (range, reason, askedAtIso) => {
      const refusal = { range, outcome: 'refused', reason, rows: 0, askedAtIso, pageRef: null } as const;
      db.transaction(() => {
        recordCoverage(db, refs, refusal);
        recordRefusal(db, refs, { range, reason, askedAtIso });
      }).immediate();
    },
    storeBalance: (balance, askedAtIso) => {
      db.transaction(() => storeBalance(db, refs, balance, askedAtIso)).immediate();
    },
    storeRecurring: (kind, rows, askedAtIso) => {
      db.transaction(() => storeRecurring(db, refs, kind, rows, askedAtIso)).immediate();
    },
  };
}
