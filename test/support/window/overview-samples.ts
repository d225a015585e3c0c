import type { Overview } from '#shared/overview.ts';

/** Of a ledger with nothing in it. */
export const emptyOverview: Overview = {
  sparklines: [],
  totals: [],
  changes: { since_iso: null, since: 'sync', new_rows: [], amended: 0, removed: 0, settled: 0 },
  doubtful_matches: 0,
  gaps: [],
  rate_limits: [],
};
