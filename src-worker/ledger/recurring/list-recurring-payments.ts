import type { RecurringPayment } from '#shared/recurring-payment.ts';
import type { ReadingLedger } from '../open-ledger-read-only.ts';

/** @see RecurringPayment */
export const listRecurringPayments = ({ db }: ReadingLedger): readonly RecurringPayment[] =>
  db
    .prepare<[], Omit<RecurringPayment, 'is_variable' | 'alert'>>(
      `SELECT 'r' || r.ref AS key, a.account_id, r.payee, r.kind, r.currency, r.amount_minor, 'monthly' AS period,
              substr(r.previous_date, 1, 10) AS last_on, substr(r.next_date, 1, 10) AS next_on, 0 AS times
       FROM recurring r JOIN accounts a ON a.ref = r.account_ref WHERE r.removed_at IS NULL`,
    )
    .all()
    .map((row) => ({ ...row, is_variable: false, alert: null }));
