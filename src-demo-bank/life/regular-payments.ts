import type { Purpose } from './life-row.ts';

/** A payment of every month: a standing order, a direct debit, a salary. */
export interface RegularPayment {
  readonly id: string;
  readonly kind: 'standing-order' | 'direct-debit' | 'income';
  /** Who is at the other end, as a person would say it. */
  readonly payee: string;
  readonly reference: string;
  /** 1 to 28, so that every month has it. */
  readonly dayOfMonth: number;
  /** Minor units, money out negative. */
  readonly amountMinor: number;
  /** How far a month's amount may lie from `amountMinor`, either way; 0 for a fixed sum. */
  readonly variesByMinor: number;
  readonly what: Purpose;
}

const pay = (
  id: string,
  kind: RegularPayment['kind'],
  payee: string,
  reference: string,
  dayOfMonth: number,
  amountMinor: number,
  variesByMinor: number,
  classification: readonly string[],
): RegularPayment => ({
  id,
  kind,
  payee,
  reference,
  dayOfMonth,
  amountMinor,
  variesByMinor,
  what: {
    description: `${payee.toUpperCase()} ${reference}`,
    merchant: kind === 'direct-debit' ? payee : null,
    category: kind === 'direct-debit' ? 'DIRECT_DEBIT' : kind === 'income' ? 'CREDIT' : 'STANDING_ORDER',
    classification,
    bankCode: kind === 'direct-debit' ? 'DD' : kind === 'income' ? 'BGC' : 'SO',
  },
});

/** What money is moved to the savings account every month; both accounts show it. */
const monthlySavingMinor = 25_000;
/** What money is moved to the second current account every month; both accounts show it. */
const monthlyShareMinor = 62_000;

const bills = 'Bills and Utilities';

/** The first current account: salary in, rent and the household's bills out. */
export const mainRegulars: readonly RegularPayment[] = [
  pay('salary', 'income', 'Northgate Engineering Ltd', 'SALARY', 25, 454_446, 0, ['Income', 'Salary']),
  pay('rent', 'standing-order', 'Hartley Lettings', 'RENT 14B', 1, -98_500, 0, ['Home', 'Rent']),
  pay('saving', 'standing-order', 'Easy Saver', 'SAVINGS', 26, -monthlySavingMinor, 0, ['Savings']),
  pay('share', 'standing-order', 'Joint Account', 'HOUSEKEEPING', 2, -monthlyShareMinor, 0, ['Transfers']),
  pay('energy', 'direct-debit', 'Octopus Energy', 'A-5F2C91B0', 5, -9_640, 2_300, [bills, 'Utilities']),
  pay('water', 'direct-debit', 'Thames Water', '90021458837', 8, -3_412, 0, [bills, 'Utilities']),
  pay('council', 'direct-debit', 'Camden Council', 'CTAX 4410982', 3, -14_700, 0, [bills, 'Council tax']),
  pay('phone', 'direct-debit', 'EE', 'Q40118822', 17, -2_500, 640, [bills, 'Mobile phone']),
  pay('gym', 'direct-debit', 'PureGym', 'PG-77120', 12, -2_499, 0, ['Health & Fitness', 'Gym']),
];

/** The second current account: its share of the household's money in, a few bills out. */
export const secondRegulars: readonly RegularPayment[] = [
  pay('share-in', 'income', 'A Taylor', 'HOUSEKEEPING', 2, monthlyShareMinor, 0, []),
  pay('broadband', 'direct-debit', 'BT Internet', 'GP004419-2', 19, -3_899, 0, []),
  pay('insurance', 'direct-debit', 'Aviva', 'HH/229184', 21, -1_764, 0, []),
  pay('charity', 'standing-order', 'Shelter', 'GIFT', 15, -1_000, 0, []),
];

/** The savings account: the monthly transfer arrives a day after it left. */
export const savingsRegulars: readonly RegularPayment[] = [
  pay('saving-in', 'income', 'A Taylor', 'SAVINGS', 26, monthlySavingMinor, 0, ['Savings']),
];
