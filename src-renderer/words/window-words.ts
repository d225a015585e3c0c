import type { ConnectionHealth } from '#shared/ipc/app-state.ts';

/** The sidebar, and what every page of the window has: notices, copying, a page that is broken. */
export const windowWords = {
  skip: 'Skip to the page',
  sidebar: 'Passbook',
  overview: 'Overview',
  allTransactions: 'All transactions',
  activity: 'Activity',
  connectBank: 'Connect a bank',
  settings: 'Settings',

  notSyncedYet: 'Not synced yet',
  synced: (age: string): string => `Synced ${age}`,
  justNow: 'just now',
  health: {
    syncing: 'Syncing',
    'reconnect-needed': 'Reconnect needed',
    failed: 'Last sync failed',
    'rate-limited': 'Rate limited',
    revoked: 'Disconnected',
  } satisfies Partial<Readonly<Record<ConnectionHealth, string>>>,

  dismiss: 'Dismiss',
  copy: 'Copy',
  copied: 'Copied',
  balanceUnknown: 'balance not known yet',
  brokenPage:
    '**This page could not be drawn.** That is a mistake in Passbook; your ledger and a running sync are not affected.',
  drawAgain: 'Draw it again',
} as const;
