import type { LedgerUpdate } from '../ledger-update.ts';

/** What window and terminal say while a ledger of an older Passbook is brought up to date. */
export const ledgerUpdateWords = {
  title: 'Bringing your ledger up to date',
  step: ({ step, steps, isCopying }: LedgerUpdate): string =>
    step > steps
      ? 'All steps are done'
      : isCopying
        ? `Step ${String(step)} of ${String(steps)}: copying it`
        : `Step ${String(step)} of ${String(steps)}`,
  copy: ({ copyPath, isCopying }: LedgerUpdate): string =>
    isCopying
      ? `A copy of it as it was will be kept in ${copyPath}`
      : `A copy of it as it was is kept in ${copyPath}`,
  done: 'Your ledger is up to date',
} as const;
