import type { ConnectionHealth } from '#shared/ipc/app-state.ts';
import type { Progress } from '#shared/progress.ts';
import { progressLine } from '#shared/words/progress-line.ts';
import { countText } from './reader-figures.ts';

const health: Readonly<Record<ConnectionHealth, string>> = {
  syncing: 'syncing',
  'reconnect-needed': 'reconnect needed',
  failed: 'the last sync failed',
  'rate-limited': 'the bank asked for a pause',
  revoked: 'disconnected',
  'never-synced': 'not synced yet',
  fine: 'up to date',
};

/** What the icon beside the clock and its menu say. */
export const trayWords = {
  noBank: 'No bank is connected yet',
  progress: (progress: Progress, nowMs: number): string => progressLine(progress, nowMs, countText),
  syncNow: 'Sync now',
  cancel: 'Cancel sync',
  resume: 'Resume background syncs',
  pause: 'Pause background syncs',
  pauseHour: 'For an hour',
  pauseTomorrow: 'Until tomorrow',
  open: 'Open Passbook',
  quit: 'Quit Passbook',

  health,
  consentEndsSoon: 'consent ends soon',
  justNow: 'just now',
  /** `age`: `null` when it is syncing or was never synced. */
  connection: (name: string, state: string, age: string | null): string =>
    age === null ? `${name}: ${state}` : `${name}: ${state}, synced ${age}`,

  tooltip: (what: string): string => `Passbook: ${what}`,
  noBankYet: 'no bank is connected yet',
  andMore: (connection: string, others: number): string =>
    others === 0 ? connection : `${connection} (and ${countText(others)} more)`,
  restUntil: (when: string): string => `background syncs rest until ${when}`,
  upToDate: 'everything is up to date',
} as const;
