import type { BankAccount } from '#shared/bank-rows.ts';
import { accountsOf } from './accounts-of.ts';
import type { ReadingDatabase } from './ledger-database.ts';
import { matchAccounts } from './match-accounts.ts';

/** An earlier connection to the same bank that already has the accounts. */
export interface EarlierConnection {
  readonly ref: number;
  readonly id: string;
  readonly state: string;
}

interface Candidate extends EarlierConnection {
  /** 1: the given one was made to renew it. */
  readonly isRenewed: number;
}

/**
 * Which connection goes on under the new consent of `given`, which is with the bank `providerId`. The user's word comes first (`connect --renew`), then
 * ids. Numbers alone are weaker: two people who share an account see it by the same numbers under consents of their
 * own, so they only count when the one list holds all of the other and nothing else works with the old consent, or
 * when nothing of the old connection is missing.
 */
export function findEarlierConnection(
  db: ReadingDatabase,
  given: { readonly ref: number; readonly providerId: string },
  found: readonly BankAccount[],
): EarlierConnection | undefined {
  if (given.providerId === '') return undefined;
  const candidates = db
    .prepare<[string, number], Candidate>(
      `SELECT c.ref, c.id, c.state,
              EXISTS (SELECT 1 FROM renewals r WHERE r.connection_ref = given.ref AND r.renews_ref = c.ref) AS isRenewed
       FROM connections given JOIN connections c
         ON c.ref <> given.ref AND c.environment = given.environment AND c.provider_id = ?
       WHERE given.ref = ?
       ORDER BY isRenewed DESC, c.ref`,
    )
    .all(given.providerId, given.ref);
  const own = accountsOf(db, given.ref);
  const earlier = candidates.find((candidate) => {
    const known = accountsOf(db, candidate.ref);
    if (sharesId(known, own)) return false;
    if (sharesId(known, found)) return true;
    const matched = matchAccounts(known, found, { name: true }).size;
    // A connection that has accounts of its own already is no new consent for another one.
    if (matched === 0 || own.length > 0) return false;
    if (candidate.isRenewed === 1 || matched === known.length) return true;
    return candidate.state !== 'active' && matched === found.length;
  });
  return earlier;
}

const sharesId = (a: readonly BankAccount[], b: readonly BankAccount[]): boolean =>
  a.some(({ accountId }) => b.some((other) => other.accountId === accountId));
