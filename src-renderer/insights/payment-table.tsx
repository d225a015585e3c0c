import type { ReactNode } from 'react';
import type { RecurringPayment } from '#shared/recurring-payment.ts';
import { columnDayText } from '../format/column-day-text.ts';
import { moneyText } from '../format/money-text.ts';
import { useWindow, useWindowState } from '../state/window-context.ts';
import { recurringWords as words } from '../words/words.ts';
import { filterOfPayment } from './filter-of-payment.ts';

/** Every recurring payment: who, how often, how much, when last and when next. */
export function PaymentTable({ payments }: { payments: readonly RecurringPayment[] }): ReactNode {
  const { store } = useWindow();
  const accounts = useWindowState((state) => state.app?.accounts) ?? [];
  const nameOf = (id: string): string =>
    accounts.find(({ account_id }) => account_id === id)?.display_name ?? id;
  return (
    <div
      className="chart-table chart-table-all payment-table"
      tabIndex={0}
      role="region"
      aria-label={words.title}
    >
      <table>
        <thead>
          <tr>
            {[words.payee, words.kind, words.period, words.last, words.next, words.amount].map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {payments.map((payment) => (
            <tr key={payment.key}>
              <th scope="row">
                <button
                  type="button"
                  className="link"
                  onClick={() => store.open({ kind: 'all-transactions', filter: filterOfPayment(payment) })}
                >
                  {payment.payee}
                </button>
                <span className="payment-account quiet">{nameOf(payment.account_id)}</span>
              </th>
              <td>{words.kinds[payment.kind]}</td>
              <td>{payment.period === null ? words.notKnown : words.periods[payment.period]}</td>
              <td>{payment.last_on === null ? words.notKnown : columnDayText(payment.last_on)}</td>
              <td>{payment.next_on === null ? words.notKnown : columnDayText(payment.next_on)}</td>
              <td>{amountText(payment)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function amountText({ amount_minor: amountMinor, currency, is_variable: varies }: RecurringPayment): string {
  if (amountMinor === null) return words.notKnown;
  const text = moneyText({ amountMinor, currency }, { sign: 'always' });
  return varies ? words.about(text) : text;
}
