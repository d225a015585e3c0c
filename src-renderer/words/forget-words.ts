import type { ForgetStep } from '#shared/ipc/connection-data-calls.ts';
import { bytesText } from '../format/bytes-text.ts';
import { countOf, countText } from '../format/count-text.ts';
import { dayText } from '../format/day-text.ts';

const steps: Readonly<Record<ForgetStep, string>> = {
  copying: 'Keeping a copy of the ledger (1 of 3)',
  ending: 'Ending the consent at the bank (2 of 3)',
  deleting: 'Deleting the data (3 of 3)',
};

/** Every sentence about deleting what a bank's connection has in the ledger. */
export const forgetWords = {
  title: 'Data of your banks',
  under:
    'Disconnecting a bank keeps everything fetched from it. Here it can be deleted from the ledger, for good.',
  none: 'No bank is connected.',
  delete: 'Delete its data…',
  deleteOf: (bank: string): string => `Delete the data of ${bank}`,
  noAccounts: 'No accounts yet',
  ask: (bank: string): string => `Delete everything from ${bank}?`,
  looking: 'Looking at what there is…',
  deleted: 'This is deleted from the ledger, for good:',
  accounts: (names: readonly string[]): string =>
    names.length === 0
      ? 'no account'
      : `${countOf(names.length, 'account or card', 'accounts and cards')}: ${names.join(', ')}`,
  /** `days`: the first and the last; `null`: there are none. */
  transactions: (
    count: number,
    notCounted: number,
    days: { readonly from: string; readonly to: string } | null,
  ): string =>
    [
      countOf(count, 'transaction'),
      ...(notCounted === 0 ? [] : [`${countText(notCounted)} of them not in the totals any more`]),
      ...(days === null ? [] : [`from ${dayText(days.from)} to ${dayText(days.to)}`]),
    ].join(', '),
  annotated: (count: number): string =>
    count === 0
      ? 'nothing you noted: there are no notes, categories or signs of yours'
      : `what you said about ${countText(count)} of them: notes, categories, signs, what you hid`,
  pages: (count: number, bytes: number): string =>
    `${countOf(count, 'answer')} of the bank as received (${bytesText(bytes)}), balances, and which days were asked`,
  consent: 'the consent at the bank, and its tokens on this computer',
  stays: 'What other banks have stays. Files you exported are yours to delete.',
  copy: 'First a copy of the whole ledger is kept beside it. It still holds this data: delete it too, once you are sure.',
  type: (bank: string): string => `Type “${bank}” to go on`,
  confirm: 'Delete it all',
  cancel: 'Keep it',
  steps,
  doneTitle: (bank: string): string => `The data of ${bank} is deleted`,
  done: (transactions: number): string =>
    `${countOf(transactions, 'transaction is', 'transactions are')} gone from the ledger.`,
  consentRunsOn:
    'The bank could not be told: its consent runs on until it expires. Nothing on this computer can use it any more; end it in your bank’s own app.',
  copyIs: (fileName: string): string => `The ledger as it was is kept as ${fileName}.`,
  showCopy: 'Show the copy',
  close: 'Close',
} as const;
