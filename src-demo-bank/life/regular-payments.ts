import type { Purpose } from './life-row.ts';

/** A payment of every month: a standing order, a direct debit, a salary. */
export interface RegularPayment {
  readonly id: string;
  readonly kind: 'standing-order' | 'direct-debit' | 'income' | 'subscription';
  /** Who is at the other end, as a person would say it. */
  readonly payee: string;
  readonly reference: string;
  /** 1 to 28, so that every month has it. */
  readonly dayOfMonth: number;
  /** Minor units, money out negative. */
  readonly amountMinor: number;
  /** The price goes up once a year, in this month (1 to 12); `amountMinor` is that of the beginning of 2024. */
  readonly rises?: { readonly month: number; readonly byMinor: number };
  /** It fails to come once in six months: in those whose number, counted through the years, leaves this rest. */
  readonly failsAt?: number;
  /** Only in these months (1 to 12); absent: in all. */
  readonly months?: readonly number[];
  /** How far a month's amount may lie from `amountMinor`, either way; 0 for a fixed sum. */
  readonly variesByMinor: number;
  readonly what: Purpose;
}

const categories = {
  'standing-order': 'STANDING_ORDER',
  'direct-debit': 'DIRECT_DEBIT',
  income: 'CREDIT',
  subscription: 'PURCHASE',
} as const;
const bankCodes = {
  'standing-order': 'SO',
  'direct-debit': 'DD',
  income: 'BGC',
  subscription: 'DEB',
} as const;

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
    merchant: kind === 'direct-debit' || kind === 'subscription' ? payee : null,
    category: categories[kind],
    classification,
    bankCode: bankCodes[kind],
  },
});

/** What money is moved to the savings account every month; both accounts show it. */
const monthlySavingMinor = 25_000;
/** What money is moved to the second current account every month; both accounts show it. */
const monthlyShareMinor = 62_000;

const bills = 'Bills and Utilities';
const paid = ['Entertainment', 'Subscriptions'] as const;

/** The first current account: salary in, rent and the household's bills out. */
export const mainRegulars: readonly RegularPayment[] = [
  pay('salary', 'income', 'Northgate Engineering Ltd', 'SALARY', 25, 454_446, 0, ['Income', 'Salary']),
  pay('rent', 'standing-order', 'Hartley Lettings', 'RENT 14B', 1, -98_500, 0, ['Home', 'Rent']),
  pay('saving', 'standing-order', 'Easy Saver', 'SAVINGS', 26, -monthlySavingMinor, 0, ['Savings']),
  pay('share', 'standing-order', 'Joint Account', 'HOUSEKEEPING', 2, -monthlyShareMinor, 0, ['Transfers']),
  pay('energy', 'direct-debit', 'Octopus Energy', 'A-5F2C91B0', 5, -9_640, 2_300, [bills, 'Utilities']),
  {
    ...pay('water', 'direct-debit', 'Thames Water', '90021458837', 8, -3_412, 0, [bills, 'Utilities']),
    failsAt: 0,
  },
  {
    ...pay('council', 'direct-debit', 'Camden Council', 'CTAX 4410982', 3, -14_700, 0, [
      bills,
      'Council tax',
    ]),
    rises: { month: 4, byMinor: -600 },
  },
  {
    ...pay('phone', 'direct-debit', 'EE', 'Q40118822', 17, -2_500, 640, [bills, 'Mobile phone']),
    failsAt: 4,
  },
  {
    ...pay('gym', 'direct-debit', 'PureGym', 'PG-77120', 12, -2_499, 0, ['Health & Fitness', 'Gym']),
    failsAt: 5,
  },
  {
    ...pay('tv', 'direct-debit', 'TV Licensing', '3304188217', 10, -16_950, 0, [bills, 'Television']),
    months: [6],
  },
];

/** The second current account: its share of the household's money in, a few bills out. */
export const secondRegulars: readonly RegularPayment[] = [
  pay('share-in', 'income', 'A Taylor', 'HOUSEKEEPING', 2, monthlyShareMinor, 0, []),
  { ...pay('broadband', 'direct-debit', 'BT Internet', 'GP004419-2', 19, -3_899, 0, []), failsAt: 3 },
  { ...pay('insurance', 'direct-debit', 'Aviva', 'HH/229184', 21, -1_764, 0, []), failsAt: 1 },
  { ...pay('charity', 'standing-order', 'Shelter', 'GIFT', 15, -1_000, 0, []), failsAt: 2 },
];

/** The savings account: the monthly transfer arrives a day after it left. */
export const savingsRegulars: readonly RegularPayment[] = [
  pay('saving-in', 'income', 'A Taylor', 'SAVINGS', 26, monthlySavingMinor, 0, ['Savings']),
];

/** What the first card pays every month. One price or another goes up every second month: somebody may like to know. */
export const cardRegulars: readonly RegularPayment[] = [
  {
    ...pay('paper', 'subscription', 'The Guardian', 'SUBSCRIPTION', 6, -1_200, 0, paid),
    rises: { month: 12, byMinor: -100 },
  },
  {
    ...pay('films', 'subscription', 'Netflix', 'NETFLIX.COM', 9, -1_099, 0, paid),
    rises: { month: 10, byMinor: -100 },
  },
  {
    ...pay('music', 'subscription', 'Spotify', 'P2C41A7', 14, -1_199, 0, paid),
    rises: { month: 2, byMinor: -80 },
  },
  {
    ...pay('photos', 'subscription', 'iCloud', 'APPLE.COM/BILL', 22, -299, 0, paid),
    rises: { month: 6, byMinor: -50 },
  },
  {
    ...pay('design', 'subscription', 'Adobe', 'CREATIVE CLOUD', 18, -1_664, 0, paid),
    rises: { month: 8, byMinor: -150 },
  },
];
