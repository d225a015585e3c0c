import type { AppState } from '#shared/ipc/app-state.ts';
import type { ConnectState } from '#shared/ipc/connect-state.ts';
import { browserNotOpenedSentence, missingSecretSentence } from '#shared/words/renewal-words.ts';
import { countOf } from '../format/count-text.ts';

/** What each way in is called in a sentence. */
const doors: Readonly<Record<Extract<ConnectState, { kind: 'starting' }>['door'], string>> = {
  demo: 'the demo bank',
  sandbox: 'the TrueLayer sandbox',
  live: 'your bank',
};

/** Every sentence from choosing a bank to having it connected, the form for credentials apart. */
export const connectWords = {
  welcome: 'Welcome to Passbook',
  welcomeUnder:
    'A true and complete copy of your transactions, in a file that is yours. Where should they come from?',
  another: 'Connect another bank',
  anotherUnder: 'Where should the transactions come from?',
  promise: (secretsIn: AppState['secretsIn']): string =>
    secretsIn === 'keychain'
      ? 'Your ledger is a SQLite file on this computer, and your secrets stay in its keychain.'
      : 'Your ledger is a SQLite file on this computer. There is no keychain here, so a connection lasts until Passbook is closed.',
  ways: {
    demo: {
      title: 'Demo bank',
      what: 'A made-up household with accounts, cards and years of transactions, on this computer only. Nothing to sign up for.',
      ease: 'Ready in a few seconds',
    },
    sandbox: {
      title: 'TrueLayer sandbox',
      what: "TrueLayer's own mock bank. Tries the whole way, your credentials included, without real money.",
      ease: 'Needs a free TrueLayer account',
    },
    live: {
      title: 'Your bank',
      what: "Your real accounts and cards in the UK or the EU, by open banking. You give your consent on your bank's own page.",
      ease: 'Needs live access at TrueLayer',
    },
  },
  connecting: (door: keyof typeof doors): string => `Connecting ${doors[door]}`,
  oneMoment: 'One moment.',

  waiting: 'Waiting for the bank in your browser',
  opened: (door: keyof typeof doors): string =>
    `A page of ${doors[door]} has opened in your browser. Choose the accounts there and allow access; this window notices by itself.`,
  notOpened: browserNotOpenedSentence,
  timeLeft: 'Time left',
  openAgain: 'Open the link again',
  copyLink: 'Copy the link',
  linkCopied: 'Link copied',
  cancel: 'Cancel',
  paste: 'The page did not come back by itself',
  code: 'Code, or the whole address the page ended at',
  codeHint: 'A code works once, for five minutes.',
  useCode: 'Use this code',

  couldNotConnect: (door: keyof typeof doors): string => `Could not connect ${doors[door]}`,
  couldNotReconnect: (bank: string): string => `Could not reconnect ${bank}`,
  lacksSecret: missingSecretSentence,
  startAgain: 'Start again',
  tryAgain: 'Try again',
  edit: 'Edit the credentials',
  usePort: (port: number | null): string => `Use port ${String(port)}`,
  thisRunOnly: 'Go on for this run only',
  openConsole: 'Open the Console',
  backToChoice: 'Back to the choice of banks',
  registerFirst: 'Register this address in the Console before you use the free port:',
  copyNewUri: 'Copy the new redirect URI',

  connected: (bank: string | undefined): string =>
    bank === undefined ? 'Connected' : `${bank} is connected`,
  connectedUnder:
    'The first sync has begun. It asks for all the history the bank gives, since older days are only served now.',
  looking: 'Looking for your accounts',
  found: (accounts: number): string => `${countOf(accounts, 'account')} found`,
  asking: 'The bank is being asked.',
  kinds: { account: 'Account', card: 'Card' },
  toOverview: 'Go to the overview',
} as const;
