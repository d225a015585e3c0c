import type { RecoveryStep } from '#shared/backups.ts';
import { backupReasonWords, recoveryStepWords } from '#shared/words/recovery-words.ts';
import { countOf, countText } from '../format/count-text.ts';
import { dayText } from '../format/day-text.ts';

/** Every sentence about copies of the ledger and about a damaged one. */
export const backupWords = {
  title: 'Copies of the ledger',
  under:
    'A copy is a whole ledger. The seven newest scheduled ones are kept; those you make yourself stay until you delete them.',
  every: 'Copy by itself',
  everyHint: 'After a sync, into a folder beside the ledger.',
  choices: [
    [null, 'Never'],
    [1, 'Every day'],
    [7, 'Every week'],
  ] as const,
  make: 'Copy now',
  making: 'Copying…',
  other: 'Put back another file…',
  none: 'There are no copies yet.',
  columns: { made: 'Made', why: 'Why', size: 'Size' },
  putBack: 'Put back…',
  show: 'Show in folder',
  putBackOf: (when: string): string => `Put back the copy of ${when}`,
  showOf: (when: string): string => `Show the copy of ${when} in its folder`,
  dialogTitle: 'Put this copy in the place of the ledger?',
  checking: 'Looking whether the copy is whole…',
  holds: (transactions: number, newestDay: string | null): string =>
    `It is whole and holds ${countOf(transactions, 'transaction')}${newestDay === null ? '' : `, the newest of ${dayText(newestDay)}`}.`,
  broken: 'This copy is not whole and cannot be put back.',
  keeps: 'The ledger as it is now is kept as a copy of its own, and the next sync brings what is newer.',
  confirm: 'Put it back',
  cancel: 'Leave the ledger as it is',
  close: 'Close',
  damagedTitle: 'The ledger cannot be read',
  recover: 'Save what can be read',
  recoverHint:
    'Sets the damaged file aside, moves every row that can still be read into a new ledger, and fills the gaps from the answers of your banks that are stored in it.',
  orPutBack: 'Or put a copy back',
  working: 'Working on it…',
  doneTitle: 'The ledger is back',
  goOn: 'Go on',
  reasons: backupReasonWords,
  step: (step: RecoveryStep): string => recoveryStepWords(step, countText),
} as const;
