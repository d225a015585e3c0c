import { failed, succeeded } from '#shared/result.ts';
import type { TransactionAnswers } from '#shared/transaction-list.ts';
import { pageTransactions } from '../ledger/page-transactions.ts';
import { readLedger } from './reading-ledger.ts';
import type { Handlers } from './task-handler.ts';

/** The list of transactions, one of them, and what the user says about them. */
export const transactionHandlers: Handlers<keyof TransactionAnswers> = {
  'page-transactions': (task, { nowIso }) =>
    readLedger(
      task.ledgerPath,
      nowIso(),
      (ledger) => {
        const { filter, offset, limit } = task;
        const accountId = filter.accountIds?.[0];
        const { rows, total } = pageTransactions(ledger, { accountId, search: filter.search, offset, limit });
        const bare = { note: null, own_category: null, is_flipped: false, is_hidden: false };
        return succeeded({ rows: rows.map((row) => ({ ...row, ...bare })), total });
      },
      succeeded({ rows: [], total: 0 }),
    ),
  'total-transactions': () => failed({ kind: 'bug' }),
  'get-transaction': () => failed({ kind: 'bug' }),
  'annotate-transactions': () => failed({ kind: 'bug' }),
  'list-categories': () => failed({ kind: 'bug' }),
};
