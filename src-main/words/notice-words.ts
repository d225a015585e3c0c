import { countOf } from '#shared/words/count-of.ts';
import { countText } from './reader-figures.ts';

/** The titles of the system's notifications; their second lines are sentences that the window says too. */
export const noticeWords = {
  reconnectNeeded: (bank: string): string => `${bank}: reconnect needed`,
  syncFailed: (bank: string): string => `${bank}: sync failed`,
  newRows: (rows: number): string => countOf(rows, 'new transaction', undefined, countText),
  consentEnded: (bank: string): string => `${bank}: your consent has ended`,
  consentEndsSoon: (bank: string): string => `${bank}: your consent ends soon`,
} as const;
