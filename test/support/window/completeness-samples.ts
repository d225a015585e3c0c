import type { AccountCompleteness, CoverageSpan } from '#shared/completeness.ts';

const span = (
  from: string,
  to: string,
  outcome: CoverageSpan['outcome'],
  rows = 0,
  reason: string | null = null,
): CoverageSpan => ({
  from,
  to,
  outcome,
  reason,
  lastAskedIso: outcome === 'never-asked' ? null : '2026-11-23T14:48:00.000Z',
  rows,
});

const account = (changes: Partial<AccountCompleteness>): AccountCompleteness => ({
  accountId: 'a1',
  connectionId: 'c1',
  providerName: 'Santander',
  displayName: 'Santander Current Account',
  kind: 'account',
  currency: 'GBP',
  isListed: true,
  booked: 1240,
  pending: 2,
  spans: [
    span('2020-11-24', '2024-11-23', 'refused', 0, 'old-history-refused'),
    span('2024-11-24', '2026-11-23', 'answered', 1240),
  ],
  verdict: { kind: 'complete', from: '2024-11-24', to: '2026-11-23', by: ['running-balances', 'balances'] },
  emptyBecause: null,
  ...changes,
});

/** One of each verdict, for the accounts of `usedApp`: whole, missing money, empty, without a consent. */
export const completenessSamples: readonly AccountCompleteness[] = [
  account({}),
  account({
    accountId: 'a2',
    displayName: 'Everyday Saver',
    booked: 0,
    pending: 0,
    spans: [span('2024-11-24', '2026-11-23', 'answered')],
    verdict: { kind: 'cannot-judge', because: { kind: 'one-balance', atIso: '2026-11-23T14:48:00.000Z' } },
    emptyBecause: 'never-used',
  }),
  account({
    accountId: 'a3',
    kind: 'card',
    displayName: 'All in One Credit Card',
    booked: 310,
    pending: 0,
    spans: [
      span('2025-01-01', '2026-06-30', 'answered', 300),
      span('2026-07-01', '2026-07-03', 'never-asked'),
      span('2026-07-04', '2026-11-23', 'answered', 10),
    ],
    verdict: {
      kind: 'unexplained',
      gaps: [{ amountMinor: -1299, from: '2026-08-02', to: '2026-08-05', by: 'balances' }],
    },
  }),
  account({
    accountId: 'a4',
    connectionId: 'c2',
    providerName: 'Monzo',
    displayName: 'Euro account with a name that goes on and on',
    currency: 'EUR',
    booked: 12,
    spans: [
      span('2026-09-01', '2026-11-01', 'answered', 12),
      span('2026-11-02', '2026-11-23', 'never-asked'),
    ],
    verdict: {
      kind: 'cannot-judge',
      because: { kind: 'gap', from: '2026-11-02', to: '2026-11-23', amountMinor: 5000 },
    },
  }),
];
