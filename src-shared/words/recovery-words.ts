import { assertNever } from '../assert-never.ts';
import type { BackupReason, RecoveryStep } from '../backups.ts';
import { countOf, plural } from './count-of.ts';
import { countOfRows } from './export-words.ts';

/** A sentence for each step of putting a ledger back. `write`: how the reader's side writes a number. */
export function recoveryStepWords(step: RecoveryStep, write: (count: number) => string = String): string {
  switch (step.kind) {
    case 'checked':
      return step.problems === 0
        ? 'The ledger was checked and is sound.'
        : `The ledger was checked: SQLite found ${plural(step.problems, { one: 'a fault', other: `${write(step.problems)} faults` })} in it.`;
    case 'set-aside':
      return `The ledger as it was is kept as ${step.path}.`;
    case 'restored':
      return `The copy ${step.from} is the ledger now, with ${countOfRows(step.transactions, write)}. The next sync brings what is newer.`;
    case 'salvaged':
      return step.lost === 0
        ? `All ${countOf(step.rows, 'row', undefined, write)} of it could be read and are in a new ledger.`
        : `${countOf(step.rows, 'row', undefined, write)} of it could be read and are in a new ledger; ${countOf(step.lost, 'stretch', 'stretches', write)} could not.`;
    case 'replayed':
      return `What the bank's stored answers say was compared with them (${countOf(step.pages, 'answer', undefined, write)}): the ledger holds ${countOfRows(step.transactions, write)} now.`;
    case 'empty':
      return 'Nothing of it could be read, and there is no sound copy: the ledger is empty now. Connect your banks again.';
    default:
      return assertNever(step);
  }
}

/** Why a copy was made. */
export const backupReasonWords: Readonly<Record<BackupReason, string>> = {
  manual: 'made by you',
  scheduled: 'made by schedule',
  'before-update': 'before an update of Passbook',
  'before-restore': 'before a copy was put back',
  'before-forget': 'before the data of a bank was deleted',
  damaged: 'damaged, set aside',
};
