import { countOf } from '../format/count-text.ts';

/** Sentences of the settings that say how a sync goes, where the ledger lies, and what a report holds. */
export const settingsWords = {
  lookBack: 'Ask again for the last',
  lookBackHint: 'Some banks deliver card payments days late, stamped with the day of the purchase.',
  lookBackDays: (days: number): string => countOf(days, 'day'),
  pending: 'Pending transactions',
  pendingHint: 'Off: only what is booked is fetched and shown.',
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
