/** The application's menu; what is not here has the system's own words. `&` stands before the letter that Alt presses. */
export const menuWords = {
  app: 'Passbook',
  settings: 'Settings…',
  file: '&File',
  syncNow: 'Sync Now',
  cancelSync: 'Cancel Sync',
  connect: 'Connect a Bank…',
  showLedger: 'Show the Ledger File',
  quit: 'Quit Passbook',
  view: '&View',
  documentation: 'TrueLayer Documentation',
  about: 'About Passbook',
} as const;
