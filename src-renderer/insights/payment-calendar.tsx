import type { ReactNode } from 'react';
import { utcDay } from '#shared/calendar-day.ts';
import type { RecurringPayment } from '#shared/recurring-payment.ts';
import { countText } from '../format/count-text.ts';
import { firstWeekday } from '../format/first-weekday.ts';
import { dayText } from '../format/day-text.ts';
import { moneyText } from '../format/money-text.ts';
import { weekdayText } from '../format/weekday-text.ts';
import { useWindow } from '../state/window-context.ts';
import { recurringWords as words } from '../words/words.ts';
import { type ComingDay, comingWeeks } from './coming-days.ts';

/** So many payments a day names; the others are in the list below. */
const namedADay = 3;

/** The next weeks as a calendar: what is expected on which day. */
export function PaymentCalendar({ payments }: { payments: readonly RecurringPayment[] }): ReactNode {
  const { store } = useWindow();
  const today = utcDay(store.nowMs());
  const weeks = comingWeeks(payments, today, firstWeekday(navigator.language));
  const [first] = weeks;
  return (
    <table className="calendar" aria-label={words.calendar}>
      <thead>
        <tr>
          {first?.map(({ day }) => (
            <th key={day} scope="col">
              {weekdayText(day)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]?.day}>
            {week.map((each) => (
              <DayCell key={each.day} each={each} isToday={each.day === today} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DayCell({ each, isToday }: { each: ComingDay; isToday: boolean }): ReactNode {
  const { day, isShown, payments } = each;
  if (!isShown) return <td className="calendar-day calendar-day-past" aria-hidden="true" />;
  return (
    <td className={isToday ? 'calendar-day calendar-day-today' : 'calendar-day'}>
      <time dateTime={day} aria-label={isToday ? words.today(dayText(day)) : dayText(day)}>
        {countText(Number(day.slice(8)))}
      </time>
      <ul>
        {payments.slice(0, namedADay).map((payment) => (
          <li key={payment.key} title={lineOf(payment)}>
            {payment.payee} <span className="calendar-amount">{amountOf(payment)}</span>
          </li>
        ))}
        {payments.length > namedADay ? (
          <li className="quiet">{words.more(payments.length - namedADay)}</li>
        ) : null}
      </ul>
    </td>
  );
}

function amountOf({ amount_minor: amountMinor, currency, is_variable: varies }: RecurringPayment): string {
  if (amountMinor === null) return '';
  const amount = moneyText({ amountMinor, currency }, { sign: 'always' });
  return varies ? words.about(amount) : amount;
}

const lineOf = (payment: RecurringPayment): string => `${payment.payee} ${amountOf(payment)}`;
