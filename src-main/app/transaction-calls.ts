import type { transactionCalls } from '#shared/ipc/transaction-calls.ts';
import type { AskLedger } from './ask-ledger.ts';
import type { CallHandlers } from './call-handlers.ts';

/** The list of transactions, one of them, what the user says about them, and the matches in doubt. */
export const answerTransactionCalls = (
  ask: AskLedger,
): Pick<CallHandlers, keyof typeof transactionCalls> => ({
  'transactions.page': (page) =>
    ask(({ ledgerPath }) => ({ kind: 'page-transactions', ledgerPath, ...page })),
  'transactions.totals': (wish) =>
    ask(({ ledgerPath }) => ({ kind: 'total-transactions', ledgerPath, ...wish })),
  'transactions.get': ({ id }) => ask(({ ledgerPath }) => ({ kind: 'get-transaction', ledgerPath, id })),
  'transactions.annotate': (wish) => ask((at) => ({ kind: 'annotate-transactions', ...at, ...wish })),
  'transactions.categories': () => ask(({ ledgerPath }) => ({ kind: 'list-categories', ledgerPath })),
  'settlements.list': (wish) => ask(({ ledgerPath }) => ({ kind: 'list-settlements', ledgerPath, ...wish })),
  'settlements.decide': (wish) => ask((at) => ({ kind: 'decide-settlement', ...at, ...wish })),
  'settlements.take-back': (wish) => ask((at) => ({ kind: 'take-back-decision', ...at, ...wish })),
});
