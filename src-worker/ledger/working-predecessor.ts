import type { AccountSign } from '#shared/account-sign.ts';
import { accountSign } from './account-sign.ts';
import { accountsOf } from './accounts-of.ts';
import { findEarlierConnection } from './find-earlier-connection.ts';
import { matchAccounts } from './match-accounts.ts';
import type { ReadingLedger } from './open-ledger-read-only.ts';
import type { Discovery } from './save-discovery.ts';

/** A connection whose consent works and that a discovery would make go on under the new one. */
export interface WorkingPredecessor {
  readonly connectionId: string;
  /** The user's word on the signs of an account, by the id it has now. */
  readonly signOf: (foundId: string) => AccountSign;
}

/** Which working consent `saveDiscovery` would put the new one in the place of; `null`: none. Changes nothing. */
export function workingPredecessor(
  ledger: ReadingLedger,
  found: Pick<Discovery, 'connectionId' | 'consent' | 'accounts'>,
): WorkingPredecessor | null {
  const { db } = ledger;
  const given = db
    .prepare<[string], { ref: number; providerId: string }>(
      'SELECT ref, provider_id AS providerId FROM connections WHERE id = ?',
    )
    .get(found.connectionId);
  if (given === undefined) return null;
  const as = { ref: given.ref, providerId: found.consent?.providerId ?? given.providerId };
  const earlier = findEarlierConnection(db, as, found.accounts);
  if (earlier === undefined || earlier.state !== 'active') return null;
  const knownIds = matchAccounts(accountsOf(db, earlier.ref), found.accounts, { name: true });
  return {
    connectionId: earlier.id,
    signOf: (foundId) => accountSign(ledger, earlier.id, knownIds.get(foundId) ?? foundId),
  };
}
