import { randomBytes } from 'node:crypto';
import { authorise } from '../../src-main/auth/authorise.ts';
import type { TokenSet } from '../../src-main/auth/token-set.ts';
import type { BankAddress } from './bank-address.ts';
import { realClock } from './real-clock.ts';

const scopes = [
  'info',
  'accounts',
  'cards',
  'balance',
  'transactions',
  'direct_debits',
  'standing_orders',
  'offline_access',
];

/**
 * A consent of its own for each measured process: the bank serves old history only in the first five minutes after
 * one (truelayer.md 2.9), and all measure under the same conditions. The bank approves by itself.
 */
export async function giveConsent(bank: BankAddress): Promise<TokenSet> {
  const { authUrl, clientId, clientSecret, redirectUri } = bank;
  const consent = await authorise(
    {
      fetch,
      clock: realClock,
      randomBytes,
      openLink: async (url) => {
        await (await fetch(url)).arrayBuffer();
      },
    },
    { authUrl, clientId, clientSecret, redirectUri, scopes },
  );
  if (!consent.ok) throw new Error(`The demo bank gave no consent: ${consent.failure.kind}`);
  return consent.value;
}
