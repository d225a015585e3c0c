import type { RecurringPayment } from '#shared/recurring-payment.ts';
import type { TransactionListFilter } from '#shared/transaction-list.ts';

/** The transactions of a recurring payment, as far as its payee's name finds them. */
export const filterOfPayment = (payment: RecurringPayment): TransactionListFilter => ({
  accountIds: [payment.account_id],
  search: payment.payee,
  ...(payment.amount_minor === null ? {} : { direction: payment.amount_minor < 0 ? 'out' : 'in' }),
});
