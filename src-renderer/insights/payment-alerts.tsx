import type { ReactNode } from 'react';
import { assertNever } from '#shared/assert-never.ts';
import type { PaymentAlert, RecurringPayment } from '#shared/recurring-payment.ts';
import { dayText } from '../format/day-text.ts';
import { moneyText } from '../format/money-text.ts';
import { Icon } from '../parts/icon.tsx';
import { useWindow } from '../state/window-context.ts';
import { recurringWords as words } from '../words/words.ts';
import { filterOfPayment } from './filter-of-payment.ts';

/** What is odd about recurring payments, one line each, with the way to its transactions. */
export function PaymentAlerts({ payments }: { payments: readonly RecurringPayment[] }): ReactNode {
  const { store } = useWindow();
  if (payments.length === 0) return null;
  return (
    <ul className="alert-lines" aria-label={words.alerts}>
      {payments.map((payment) =>
        payment.alert === null ? null : (
          <li key={payment.key} className={`alert-line alert-line-${payment.alert.kind}`}>
            <span className="alert-tag">
              <Icon name={payment.alert.kind === 'missed' ? 'warning' : 'calendar'} />
              {words.alertKinds[payment.alert.kind]}
            </span>
            <span className="alert-words">{alertText(payment, payment.alert)}</span>
            <button
              type="button"
              className="link"
              aria-label={words.show(payment.payee)}
              onClick={() => store.open({ kind: 'all-transactions', filter: filterOfPayment(payment) })}
            >
              {words.showShort}
            </button>
          </li>
        ),
      )}
    </ul>
  );
}

function alertText({ payee, currency }: RecurringPayment, alert: PaymentAlert): string {
  const money = (minor: number): string => moneyText({ amountMinor: Math.abs(minor), currency });
  switch (alert.kind) {
    case 'missed':
      return words.missed(payee, dayText(alert.expected_on));
    case 'changed':
      return words.changed(payee, money(alert.from_minor), money(alert.to_minor), dayText(alert.on));
    case 'new':
      return words.fresh(payee, dayText(alert.since));
    case 'ended':
      return alert.last_on === null ? words.endedAtBank(payee) : words.ended(payee, dayText(alert.last_on));
    default:
      return assertNever(alert);
  }
}
