import type { PaymentPeriod, RecurringPayment } from '#shared/recurring-payment.ts';
import { countOf, countText } from '../format/count-text.ts';

const periods: Readonly<Record<PaymentPeriod, string>> = {
  weekly: 'every week',
  fortnightly: 'every two weeks',
  'four-weekly': 'every four weeks',
  monthly: 'every month',
  quarterly: 'every three months',
  'half-yearly': 'every half year',
  yearly: 'every year',
};
const kinds: Readonly<Record<RecurringPayment['kind'], string>> = {
  'standing-order': 'Standing order',
  'direct-debit': 'Direct debit',
  seen: 'Noticed',
};

/** What is said about payments that come again and again. */
export const recurringWords = {
  title: 'Recurring payments',
  summary: (count: number, alerts: number) =>
    alerts === 0
      ? `${countOf(count, 'payment')} that come again and again, all as expected.`
      : `${countOf(count, 'payment')} that come again and again; ${countOf(alerts, 'thing')} to look at.`,
  none: 'No payment comes again and again yet. It takes three of a kind to see one.',
  alerts: 'Worth a look',
  missed: (payee: string, day: string) => `${payee} was expected on ${day} and has not come.`,
  changed: (payee: string, from: string, to: string, day: string) =>
    `${payee} changed from ${from} to ${to} on ${day}.`,
  fresh: (payee: string, day: string) => `${payee} is new since ${day}.`,
  ended: (payee: string, day: string) => `${payee} seems to have ended; the last one was on ${day}.`,
  endedAtBank: (payee: string) => `${payee}: the bank no longer lists it.`,
  alertKinds: { missed: 'Missed', changed: 'Changed', new: 'New', ended: 'Ended' },
  show: (payee: string) => `Show the transactions of ${payee}`,
  showShort: 'Show',
  today: (day: string) => `Today, ${day}`,
  all: 'All of them',
  calendar: 'Expected in the next five weeks',
  more: (count: number) => `${countText(count)} more`,
  payee: 'Payee',
  kind: 'Kind',
  period: 'How often',
  amount: 'Amount',
  last: 'Last',
  next: 'Next',
  about: (amount: string) => `about ${amount}`,
  notKnown: '\u2013',
  periods,
  kinds,
} as const;
