import { ledgerUpdateWords as saidByBoth } from '#shared/words/ledger-update-words.ts';

/** While a ledger of an older Passbook is brought up to date. */
export const ledgerUpdateWords = {
  ...saidByBoth,
  patience:
    'This happens once, after Passbook itself was updated. With many transactions it takes some seconds.',
  progress: 'How far the update is',
} as const;
