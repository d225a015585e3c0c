import { daysBetween, type CalendarDay } from '#shared/calendar-day.ts';
import type { PaymentAlert, RecurringPayment } from '#shared/recurring-payment.ts';
import { type BankRecurringRow, periodOfFrequency } from './bank-recurring.ts';
import { isSamePayee } from './payee-name.ts';

/** A payment seen in the rows, before the bank's lists were looked at. */
export interface SeenPayment {
  readonly accountRef: number;
  readonly payment: RecurringPayment;
}

/** What a bank lists is new for so long after it first did. */
const newDays = 35;

/**
 * Puts together what the rows show and what the bank lists: one entry for both where account, direction and payee agree. The
 * bank knows best what it is called and when the next is due; the rows know what was really paid.
 */
export function joinRecurring(
  seen: readonly SeenPayment[],
  listed: readonly BankRecurringRow[],
  accountIdOf: (accountRef: number) => string,
  today: CalendarDay,
): readonly RecurringPayment[] {
  const left = new Set(seen);
  const joined = listed.map((row): RecurringPayment => {
    const found = [...left].find((each) => isOfRow(each, row));
    if (found === undefined) return listedOnly(row, accountIdOf(row.accountRef), today);
    left.delete(found);
    const { payment } = found;
    const isGone = row.goneOn !== null;
    return {
      ...payment,
      key: `listed ${String(row.ref)}`,
      kind: row.kind,
      next_on: isGone ? null : (laterOf(row.nextOn, today) ?? payment.next_on),
      alert: isGone ? { kind: 'ended', last_on: payment.last_on } : (payment.alert ?? newOnList(row, today)),
    };
  });
  return [...joined, ...[...left].map(({ payment }) => payment)];
}

const isOfRow = ({ accountRef, payment }: SeenPayment, row: BankRecurringRow): boolean =>
  accountRef === row.accountRef &&
  payment.currency === row.currency &&
  (payment.amount_minor ?? 0) < 0 &&
  isSamePayee(payment.payee, row.payee);

/** A next day that has passed tells nothing any more. */
const laterOf = (day: CalendarDay | null, today: CalendarDay): CalendarDay | null =>
  day !== null && day >= today ? day : null;

function newOnList(row: BankRecurringRow, today: CalendarDay): PaymentAlert | null {
  const isNew = row.cameWithAccount === 0 && daysBetween(row.firstSeenOn, today) <= newDays;
  return isNew ? { kind: 'new', since: row.firstSeenOn } : null;
}

const listedOnly = (row: BankRecurringRow, accountId: string, today: CalendarDay): RecurringPayment => ({
  key: `listed ${String(row.ref)}`,
  account_id: accountId,
  payee: row.payee,
  kind: row.kind,
  currency: row.currency,
  amount_minor: row.amountMinor,
  is_variable: false,
  period: periodOfFrequency(row.frequency),
  last_on: row.lastOn,
  next_on: row.goneOn === null ? laterOf(row.nextOn, today) : null,
  times: 0,
  alert: row.goneOn === null ? newOnList(row, today) : { kind: 'ended', last_on: row.lastOn },
});
