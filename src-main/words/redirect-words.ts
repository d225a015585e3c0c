/** What the browser's page says at the end of a consent. None of it holds anything of the request. */
export const redirectWords = {
  received: ['The bank has answered', 'Passbook has the answer. You can close this window.'],
  denied: ['Not connected', 'Passbook knows, and says more in its own window. You can close this one.'],
  foreign: [
    'Not the answer Passbook waits for',
    'This page belongs to another attempt to connect. Go on with the newest link, or start again in Passbook.',
  ],
  used: ['Already answered', 'Passbook has its answer already. You can close this window.'],
  refused: ['Nothing to see here', 'This address only takes the answer of the bank.'],
} as const satisfies Readonly<Record<string, readonly [title: string, text: string]>>;
