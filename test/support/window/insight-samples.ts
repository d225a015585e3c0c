import { addDays } from '#shared/calendar-day.ts';
import type { IpcAnswer, IpcRequest } from '#shared/ipc/ipc-contract.ts';
import type { MonthFlow, SpendingGroup } from '#shared/insights.ts';
import type { Overview } from '#shared/overview.ts';
import type { RecurringPayment } from '#shared/recurring-payment.ts';

const today = '2026-11-23';

/** Two currencies, as in `usedApp`. */
export const scopeSample: IpcAnswer<'insights.scope'> = {
  currencies: [
    { currency: 'GBP', account_ids: ['a1', 'a2', 'a3'] },
    { currency: 'EUR', account_ids: ['a4'] },
  ],
  first_day: '2024-02-03',
};

/** A year in which March was dear. */
export const flowSample: IpcAnswer<'insights.flow'> = {
  months: Array.from({ length: 12 }, (_, at): MonthFlow => {
    const month = at === 0 ? '2025-12' : `2026-${String(at).padStart(2, '0')}`;
    const out = month === '2026-03' ? 231_000 : 150_000 + ((at * 7919) % 40_000);
    return { month, in_minor: at === 11 ? 0 : 245_000, out_minor: -out, count: 60 + at };
  }),
  transfers: { count: 14, moved_minor: 350_000 },
};

/** Weekly points; the second account is known at points only, the third from the middle of the year. */
export const balancesSample: IpcAnswer<'insights.balances'> = (() => {
  const days = Array.from({ length: 52 }, (_, week) => addDays('2025-12-01', week * 7));
  const lines = [
    days.map((_, week) => 150_000 + ((week * 7919) % 90_000)),
    days.map((_, week) => (week < 20 ? 900_000 : 1_250_000)),
    days.map((_, week) => (week < 26 ? null : -40_000 - ((week * 997) % 60_000))),
  ];
  return {
    days,
    accounts: ['a1', 'a2', 'a3'].map((account_id, at) => ({
      account_id,
      balances: lines[at] ?? [],
      is_stepped: at === 1,
    })),
    total: days.map((_, week) => lines.reduce((sum, line) => sum + (line[week] ?? 0), 0)),
  };
})();

const groups = {
  category: [
    { name: 'Holidays', kind: 'own', minor: 184_000, count: 6 },
    { name: 'Shopping', kind: 'classification', minor: 143_210, count: 181 },
    { name: 'STANDING_ORDER', kind: 'category', minor: 98_500, count: 12 },
    { name: 'UNKNOWN', kind: 'category', minor: 1_250, count: 3 },
  ],
  merchant: [
    { name: 'Tesco', kind: 'merchant', minor: 91_240, count: 88 },
    {
      name: 'HARTLEY LETTINGS RENT 14B WITH A REFERENCE THAT GOES ON',
      kind: 'text',
      minor: 88_000,
      count: 12,
    },
  ],
} as const satisfies Readonly<Record<string, readonly SpendingGroup[]>>;

/** Answers `insights.spending`. */
export const spendingOf = ({ by }: IpcRequest<'insights.spending'>): IpcAnswer<'insights.spending'> => ({
  groups: groups[by],
  rest: { groups: 9, minor: 40_000, count: 31 },
  total_minor: groups[by].reduce((sum, { minor }) => sum + minor, 40_000),
});

const payment = (wish: Partial<RecurringPayment>): RecurringPayment => ({
  key: wish.payee ?? 'rent',
  account_id: 'a1',
  payee: 'Hartley Lettings',
  kind: 'standing-order',
  currency: 'GBP',
  amount_minor: -98_500,
  is_variable: false,
  period: 'monthly',
  last_on: '2026-11-01',
  next_on: '2026-12-01',
  times: 24,
  alert: null,
  ...wish,
});

/** One of each alert, and two that are as ever. */
export const paymentSamples: readonly RecurringPayment[] = [
  payment({
    payee: 'PureGym',
    kind: 'direct-debit',
    amount_minor: -2_499,
    last_on: '2026-10-12',
    next_on: '2026-12-12',
    alert: { kind: 'missed', expected_on: '2026-11-12' },
  }),
  payment({
    payee: 'Lido',
    period: 'weekly',
    next_on: null,
    alert: { kind: 'ended', last_on: '2026-09-15' },
  }),
  payment({
    payee: 'Netflix',
    kind: 'seen',
    account_id: 'a3',
    amount_minor: -1_399,
    next_on: '2026-12-09',
    alert: { kind: 'changed', from_minor: -1_299, to_minor: -1_399, on: '2026-11-09' },
  }),
  payment({
    payee: 'Camden Choir',
    kind: 'seen',
    period: 'weekly',
    amount_minor: -1_200,
    next_on: '2026-11-24',
    alert: { kind: 'new', since: '2026-10-13' },
  }),
  payment({}),
  payment({ payee: 'Octopus Energy', kind: 'direct-debit', is_variable: true, amount_minor: -9_640 }),
];

/** Something of everything that the overview can show. */
export const overviewSample: Overview = {
  sparklines: ['a1', 'a2', 'a3', 'a4'].map((account_id, at) => ({
    account_id,
    balances: Array.from({ length: 90 }, (_, day) =>
      day < at * 10 ? null : 100_000 + ((day * 7919) % 80_000),
    ),
  })),
  totals: [
    { currency: 'GBP', assets_minor: 1_434_327, debts_minor: -41_250, unknown: 0 },
    { currency: 'EUR', assets_minor: 0, debts_minor: -1_299, unknown: 1 },
  ],
  changes: {
    since_iso: '2026-11-20T09:00:00.000Z',
    since: 'look',
    new_rows: [
      {
        currency: 'GBP',
        count: 34,
        in_minor: 245_000,
        out_minor: -61_204,
        biggest_in: {
          id: 1,
          account_id: 'a1',
          date: today,
          name: 'ANALYTICAL ENGINES LTD SALARY',
          amount_minor: 245_000,
        },
        biggest_out: { id: 2, account_id: 'a1', date: today, name: 'Trainline', amount_minor: -18_450 },
      },
    ],
    amended: 2,
    removed: 0,
    settled: 5,
  },
  doubtful_matches: 2,
  gaps: [{ account_id: 'a3', from: '2026-06-02', to: '2026-06-09' }],
  rate_limits: [{ connectionId: 'c1', providerName: 'Santander', answers: 24, days: 4, pauseMs: 400 }],
};
