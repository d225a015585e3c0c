import { nextMinute } from './next-minute.ts';
import type { Failure, FailureKind } from '../failure.ts';
import type { FailureWords } from './failure-words.ts';
import { wordsOf } from './failure-words.ts';
import { plainFigures, type SentenceFigures } from './sentence-figures.ts';

/** What to do now, said by a kind of failure; each function gets exactly its own kind's fields. */
type TodoTable = {
  readonly [K in FailureKind]?: (failure: Extract<Failure, { kind: K }>, say: SentenceFigures) => string;
};

const reconnect = 'Reconnect to give the bank your consent again; your history and notes stay.';

/**
 * Where the terminal names a command or an option, the window has a button or a field. A kind that is not here says
 * the same in both.
 */
const windowTodos: TodoTable = {
  'daily-limit': ({ untilIso, decidedBy }, say) =>
    decidedBy === 'bank'
      ? `Sync again after ${say.instant(nextMinute(untilIso))}.`
      : `The next background sync is possible after ${say.instant(nextMinute(untilIso))}; pressing Sync yourself works now.`,
  'token-expired': () => 'Sync again; if this comes back, reconnect.',
  'reconnect-needed': () => reconnect,
  'access-denied': () => "Reconnect and allow this account in the bank's list, if you want it.",
  'old-history-refused': () => 'To get older history, reconnect; the first sync after it asks for all of it.',
  'range-refused': () => 'Choose a later first day; this bank keeps no more history than it gave.',
  'account-gone': () => 'If the account still exists, reconnect and allow it again.',
  'consent-denied': () => 'Try again and choose Allow at the bank, if you want to connect.',
  'connect-timed-out': () =>
    'Try again and finish the page in the browser; or paste the code it ends with into the field here.',
  'redirect-port-taken': () =>
    'Close that program and try again; or use a free port, and register its address in the TrueLayer Console first.',
  'redirect-uri-unusable': () => 'Use an address of this machine such as http://localhost:3000/callback.',
  'wrong-state': () => 'Start again, and use the newest page in the browser only.',
  'code-refused': () => 'Try again; a code works once, for five minutes.',
  'keychain-unavailable': () =>
    'Unlock or install a keychain (on Linux: gnome-keyring or KWallet, and libsecret) and try again; or go on for this run only: the connection then ends when Passbook is closed.',
  'ledger-is-folder': () => 'Move the folder away; Passbook then starts a new ledger there.',
  'ledger-not-writable': () => 'Check the permissions of the file and of its folder.',
  'ledger-not-sqlite': () => 'Move the file away; Passbook then starts a new ledger there.',
  'ledger-not-passbook': () => 'Move the file away; Passbook then starts a new ledger there.',
  'ledger-damaged': () => 'Save what can be read of it, or put a copy back: both are in this window.',
  'backup-missing': () => 'Choose another copy.',
  'one-account-only': () => 'Choose one account, and save a file for each.',
  'ledger-newer': () => 'Update Passbook.',
  'not-found': () => 'It may have been removed in the meantime.',
  'nothing-connected': () => 'Connect a bank first, or open the demo bank to try Passbook without one.',
  'decision-overtaken': () => 'See all matches for how it stands now.',
  'output-not-writable': () => 'Check that the folder exists and may be written, or choose another file.',
};

/** `wordsOf` for people who have buttons and no command line. `say`: how their locale writes numbers and times. */
export function windowWordsOf(failure: Failure, say: SentenceFigures = plainFigures): FailureWords {
  // As in `wordsOf`: the table pairs every kind with a function of that kind, which an index cannot show.
  const todo = windowTodos[failure.kind] as ((failure: Failure, say: SentenceFigures) => string) | undefined;
  const words = wordsOf(failure, say);
  return todo === undefined ? words : { ...words, todo: todo(failure, say) };
}
