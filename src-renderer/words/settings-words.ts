import type { AppSettings } from '#shared/ipc/app-settings.ts';
import type { AppState } from '#shared/ipc/app-state.ts';
import { countOf } from '../format/count-text.ts';

const every: Readonly<Record<`${Exclude<AppSettings['syncEveryHours'], null>}` | 'never', string>> = {
  never: 'Only when I ask',
  6: 'Every 6 hours',
  8: 'Every 8 hours',
  12: 'Every 12 hours',
  24: 'Once a day',
};
const secretsIn: Readonly<Record<AppState['secretsIn'], string>> = {
  keychain: "Tokens and secrets are in your system's keychain, and nowhere else.",
  memory: 'There is no keychain in use: connections end when Passbook is closed.',
  nowhere: "Your system's keychain cannot be used, so no bank can be connected for longer than one run.",
};

/** Every sentence of the settings; copies of the ledger and keys have their own. */
export const settingsWords = {
  title: 'Settings',
  under: 'Every change applies at once.',

  background: 'In the background',
  syncByItself: 'Sync by itself',
  syncByItselfHint: 'Banks allow four background syncs a day; pressing Sync is not counted.',
  every,
  notPaused: 'Background syncs are not paused.',
  pausedUntil: (when: string): string => `Background syncs are paused until ${when}.`,
  pauseHour: 'Pause for an hour',
  pauseTomorrow: 'Pause until tomorrow',
  resume: 'Resume',
  tray: 'Stay in the tray',
  trayHint: 'Closing the window leaves Passbook in the tray, where it goes on syncing.',
  notifications: 'Notifications',
  notificationsHint: 'Only for new transactions, failures you can mend, and a consent that ends soon.',
  launchAtLogin: 'Start when you sign in',

  bank: 'Asking the bank',
  workers: 'Accounts at a time',
  workersHint: 'More is faster until the bank asks for a pause (429).',
  lookBack: 'Ask again for the last',
  lookBackHint: 'Some banks deliver card payments days late, stamped with the day of the purchase.',
  lookBackDays: (days: number): string => countOf(days, 'day'),
  pending: 'Pending transactions',
  pendingHint: 'Off: only what is booked is fetched and shown.',
  address: 'Your internet address',
  addressHint: 'Told to the bank as a sign that you are present. Empty: the address of this machine.',
  noAddress: 'This is not an IPv4 or IPv6 address; leave it empty if you are not sure.',
  addressUnset: 'automatic',

  window: 'Window',
  theme: 'Theme',
  themes: { system: 'As the system', light: 'Light', dark: 'Dark' },

  data: 'Your data',
  ledger: 'The ledger is one SQLite file, readable with any tool that reads SQLite.',
  copyPath: 'Copy the path of the ledger',
  showInFolder: 'Show in folder',
  secretsIn,
  version: (version: string): string => `Passbook ${version}`,
  place: 'Where the ledger lies',
  move: 'Move the ledger…',
  moveHint: 'To another folder, with its copies. The old place is emptied only once the new file is whole.',
  moved: (path: string): string => `The ledger is now at ${path}.`,
  reportTitle: 'Report a problem',
  report:
    'A report holds counts, days and kinds of failure, with pseudonyms: no names, numbers or texts of yours have a place in it. Read it before you send it.',
  showReport: 'Show the report…',
  reportDialog: 'This is the whole report',
  saveReport: 'Save as…',
  close: 'Close',
  savedReport: (fileName: string): string => `Saved as ${fileName}.`,
  credentialsTitle: 'Credentials',
  credentials:
    'The TrueLayer client each environment connects with. Secrets are in the keychain and are never shown.',
  credentialsNone: 'No bank of yours is connected yet.',
  environments: { sandbox: 'Sandbox', live: 'Live', custom: 'Custom server' },
  clientId: 'Client id',
  secretKept: 'Secret in the keychain',
  secretMissing: 'No secret: it is asked for at the next reconnect',
  replaceSecret: 'Replace the secret…',
  newSecret: 'New client secret',
  replaceTitle: (environment: string): string => `New secret for ${environment}`,
  replaceHint: 'From the TrueLayer Console. It goes straight into the keychain.',
  save: 'Save',
  cancel: 'Cancel',
  forget: 'Forget the secret',
} as const;
