import type { Credentials } from '#shared/ipc/keeping-calls.ts';

/** A client of the user's own, for two banks, and one whose secret is lost. */
export const credentialsSample: readonly Credentials[] = [
  { environment: 'live', clientId: 'ada-4f2a', banks: ['Santander', 'Monzo'], hasSecret: true },
  { environment: 'sandbox', clientId: 'sandbox-ada-9c', banks: ['Mock'], hasSecret: false },
];
