import type { ConnectionRow } from '../ledger-views.ts';

/**
 * What came of a consent that was given to renew another, after its first sync.
 *
 * @returns `null`: it has taken the other's place, whose id goes on, and there is nothing to say
 */
export function renewalWords(
  connections: readonly Pick<ConnectionRow, 'id' | 'provider_id'>[],
  newConnectionId: string,
): string | null {
  const own = connections.find(({ id }) => id === newConnectionId);
  if (own === undefined) return null;
  // The bank's id comes with the first discovery that was stored.
  return own.provider_id === ''
    ? 'Nothing could be fetched under the new consent, so the connection you wanted to renew stays as it is. The next sync tries the new consent again.'
    : 'None of the accounts you allowed is known from the connection you wanted to renew, so this is a connection of its own.';
}

/** Above the form that asks for the one thing a reconnect lacks. `name`: of the bank. */
export const missingSecretSentence = (name: string): string =>
  `Passbook no longer has the client secret for ${name}: the keychain lost it, or it was kept for one run only. Paste it once more; the rest is known, and your history and notes stay.`;

/** While the consent is waited for and the system took the page for no browser. */
export const browserNotOpenedSentence =
  'The browser could not be opened. Open the link again, or copy it and open it yourself; this window notices by itself.';
