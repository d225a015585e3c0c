import { failureDetailWords } from './failure-detail-words.ts';
import type { FailureWordsTable } from './failure-words.ts';

type LocalFailureKind =
  | 'ledger-is-folder'
  | 'ledger-not-writable'
  | 'ledger-not-sqlite'
  | 'ledger-not-passbook'
  | 'ledger-newer'
  | 'ledger-damaged'
  | 'ledger-busy'
  | 'disk-full'
  | 'backup-missing'
  | 'backup-unusable'
  | 'file-in-the-way'
  | 'not-found'
  | 'nothing-connected'
  | 'decision-overtaken'
  | 'setting-not-kept'
  | 'output-not-writable'
  | 'job-running'
  | 'job-undone'
  | 'one-account-only'
  | 'cancelled'
  | 'timed-out'
  | 'worker-crashed'
  | 'demo-beside-real'
  | 'bad-request'
  | 'bug';

const untouched = 'Passbook did not touch it.';
const otherLedger = 'Choose another file with --ledger.';
const goesOn = 'Sync again; it goes on from where it stopped.';
const storedStays = 'Everything fetched so far is stored.';

/** What may go wrong on this machine: the ledger file, what was asked for, the run itself. */
export const localFailureWords: FailureWordsTable<LocalFailureKind> = {
  'ledger-is-folder': ({ path }) => ({
    happened: `The ledger ${path} is a folder, not a file.`,
    did: untouched,
    todo: 'Name a file in it, such as --ledger "' + path.replace(/[/\\]+$/, '') + '/ledger.sqlite".',
  }),
  'ledger-not-writable': ({ path }) => ({
    happened: `The ledger ${path} cannot be written.`,
    did: 'Nothing was changed.',
    todo: 'Check the permissions of the file and its folder, or choose another file with --ledger.',
  }),
  'ledger-not-sqlite': ({ path }) => ({
    happened: `${path} is not a SQLite file.`,
    did: untouched,
    todo: otherLedger,
  }),
  'ledger-not-passbook': ({ path }) => ({
    happened: `${path} is a SQLite file, but not a ledger of Passbook.`,
    did: untouched,
    todo: otherLedger,
  }),
  'ledger-newer': ({ path, found, known }) => ({
    happened: `The ledger ${path} was written by a newer Passbook (version ${String(found)} of its tables; this one knows ${String(known)}).`,
    did: untouched,
    todo: 'Update Passbook, or choose another file with --ledger.',
  }),
  'ledger-damaged': ({ path }) => ({
    happened: `The ledger ${path} is damaged.`,
    did: 'Passbook stopped before it could make it worse.',
    todo: 'Run "passbook recover" to save what can be read of it, or put back a copy ("passbook backups", "passbook restore").',
  }),
  'ledger-busy': ({ path }) => ({
    happened: `Another program holds the ledger ${path} locked.`,
    did: 'Passbook waited for it and gave up.',
    todo: 'Close the other program, then try again.',
  }),
  'disk-full': ({ path }) => ({
    happened: `The disk that holds ${path} is full.`,
    did: 'The page that did not fit was left out whole; everything stored before is intact.',
    todo: `Make room on the disk. ${goesOn}`,
  }),
  'backup-missing': ({ path }) => ({
    happened: `There is no copy of a ledger at ${path}.`,
    did: 'Your ledger was not touched.',
    todo: 'Run "passbook backups" to see which copies there are.',
  }),
  'file-in-the-way': ({ path }) => ({
    happened: `There is a file at ${path} already.`,
    did: 'It was left as it is, and so was your ledger.',
    todo: 'Choose another place, or move that file away.',
  }),
  'backup-unusable': ({ path, detail }) => ({
    happened: `The copy ${path} cannot take the ledger's place: ${failureDetailWords(detail)}.`,
    did: 'Your ledger was not touched.',
    todo: 'Choose another copy.',
  }),
  'not-found': ({ what, id }) => ({
    happened: `There is no ${what} "${id}" in this ledger.`,
    did: '',
    todo: `Run "passbook ${what === 'match' ? 'review --all' : `${what}s`}" to see which there are.`,
  }),
  'nothing-connected': () => ({
    happened: 'No bank is connected to this ledger yet.',
    did: '',
    todo: 'Run "passbook connect" first, or "passbook demo" to try it without a bank.',
  }),
  'decision-overtaken': () => ({
    happened:
      'What you said of this match cannot be taken back any more: the bank has sent more about it since.',
    did: 'Nothing was changed.',
    todo: 'Run "passbook review --all" to see how it stands now.',
  }),
  'setting-not-kept': () => ({
    happened: 'The setting could not be written to the disk.',
    did: 'It counts until Passbook is closed.',
    todo: 'Make room on the disk, or see to the rights of the folder with the data, and set it again.',
  }),
  'output-not-writable': ({ path }) => ({
    happened: `The file ${path} cannot be written.`,
    did: 'Nothing was left there.',
    todo: 'Check that the folder exists and may be written, or choose another file with --out.',
  }),
  'job-running': ({ jobId }) => ({
    happened: `The sync ${jobId} is still running.`,
    did: 'Nothing was changed.',
    todo: 'Wait until it has ended, or cancel it, then try again.',
  }),
  'job-undone': ({ jobId, atIso }, say) => ({
    happened: `The sync ${jobId} was taken back already, on ${say.instant(atIso)}.`,
    did: 'Nothing was changed.',
    todo: 'Sync again to fetch what it had brought.',
  }),
  'one-account-only': ({ format, accounts }) => ({
    happened: `A file for ${format === 'ynab' ? 'YNAB' : 'Actual'} holds one account, and this would be ${accounts === 0 ? 'none' : String(accounts)}.`,
    did: 'No file was written.',
    todo: 'Choose one account (--account in the terminal), and write a file for each.',
  }),
  cancelled: () => ({
    happened: 'It was cancelled.',
    did: storedStays,
    todo: goesOn,
  }),
  'timed-out': ({ afterMs }, say) => ({
    happened: `It took longer than ${say.duration(afterMs)}, the longest Passbook lets a sync run.`,
    did: storedStays,
    todo: goesOn,
  }),
  'worker-crashed': ({ detail }) => ({
    happened: `A part of Passbook stopped working (${failureDetailWords(detail)}).`,
    did: `${storedStays} The details are in the log beside the ledger.`,
    todo: `${goesOn} If it happens again, please report it.`,
  }),
  'demo-beside-real': () => ({
    happened: 'The demo bank stays closed while a bank of yours is connected.',
    did: 'Invented transactions have a ledger of their own, and opening it would hide yours.',
    todo: 'Go on with your own bank, or disconnect it first if you want to see the demo bank.',
  }),
  'bad-request': () => ({
    happened: 'The window asked for something Passbook does not understand.',
    did: 'Passbook did nothing.',
    todo: 'Close the window and open it again; if this comes back, please report it.',
  }),
  bug: () => ({
    happened: 'Something unexpected happened; this is a bug in Passbook.',
    did: 'What was stored is safe; the details are in the log beside the ledger.',
    todo: 'Try again; if this comes back, please report it.',
  }),
};
