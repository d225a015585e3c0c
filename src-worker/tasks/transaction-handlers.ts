import { failed, succeeded } from '#shared/result.ts';
import type { TransactionAnswers } from '#shared/transaction-list.ts';
import { isBeingRead } from '../ledger/list/memory/held-lists.ts';
import { listCategories, pageOfList, totalsOfList } from '../ledger/list/page-of-list.ts';
import { transactionDetail } from '../ledger/list/transaction-detail.ts';
import { annotateTransactions } from '../ledger/overlay/annotate-transactions.ts';
import { readPresentLedger } from './read-present-ledger.ts';
import type { Handlers } from './task-handler.ts';
import { ledgerOfThread } from './thread-ledger.ts';

const noTransaction = (id: number) => failed({ kind: 'not-found', what: 'transaction', id: String(id) });

/** The list of transactions, one of them, and what the user says about them. */
export const transactionHandlers: Handlers<keyof TransactionAnswers> = {
  'page-transactions': (task, { nowIso }) =>
    readPresentLedger(
      task.ledgerPath,
      nowIso(),
      (ledger) => succeeded(pageOfList(ledger, task)),
      succeeded({ rows: [], total: 0 }),
    ),
  'total-transactions': ({ ledgerPath, filter, canWait = false }, { nowIso }) =>
    readPresentLedger(
      ledgerPath,
      nowIso(),
      (ledger) =>
        succeeded({ totals: canWait && isBeingRead(ledger.db) ? null : totalsOfList(ledger, filter) }),
      succeeded({ totals: [] }),
    ),
  'get-transaction': ({ ledgerPath, id }, { nowIso }) =>
    readPresentLedger(
      ledgerPath,
      nowIso(),
      (ledger) => {
        const detail = transactionDetail(ledger, id);
        return detail === undefined ? noTransaction(id) : succeeded(detail);
      },
      noTransaction(id),
    ),
  'annotate-transactions': ({ ledgerPath, ids, change, nowIso }) => {
    const opened = ledgerOfThread(ledgerPath, nowIso);
    return opened.ok
      ? succeeded({ changed: annotateTransactions(opened.value, ids, change, nowIso) })
      : opened;
  },
  'list-categories': ({ ledgerPath }, { nowIso }) =>
    readPresentLedger(ledgerPath, nowIso(), (ledger) => succeeded(listCategories(ledger)), succeeded([])),
};
