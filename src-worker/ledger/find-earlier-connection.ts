import type { BankAccount } from '#shared/bank-rows.ts';
import { accountsOf } from './accounts-of.ts';
import type { ReadingDatabase } from './ledger-database.ts';
import { matchAccounts } from './match-accounts.ts';

/** An earlier connection to the same bank that already has the accounts. */
export interface EarlierConnection {
  readonly ref: number;
  readonly id: string;
}

interface Candidate extends EarlierConnection {
  readonly state: string;
  /** 1: the given one was made to renew it. */
  readonly isRenewed: number;
}

/**
 * Which connection goes on under the new consent of `givenRef`. The user's word comes first (`connect --renew`), then
 * ids. Numbers alone are weaker: two people who share an account see it by the same numbers under consents of their
 * own, so they only count when the one list holds all of the other and nothing else works with the old consent, or
 * when nothing of the old connection is missing.
 */
export function findEarlierConnection(
  db: ReadingDatabase,
  givenRef: number,
  found: readonly BankAccount[],
): EarlierConnection | undefined {
  const candidates = db
    .prepare<[number], Candidate>(
      `SELECT c.ref, c.id, c.state,
              EXISTS (SELECT 1 FROM renewals r WHERE r.connection_ref = given.ref AND r.renews_ref = c.ref) AS isRenewed
       FROM connections given JOIN connections c
         ON c.ref <> given.ref AND c.environment = given.environment AND c.provider_id = given.provider_id
       WHERE given.ref = ? AND given.provider_id <> ''
       ORDER BY isRenewed DESC, c.ref`,
    )
    .all(givenRef);
  const hasAccounts = accountsOf(db, givenRef).length > 0;
  const earlier = candidates.find((candidate) => {
    const known = accountsOf(db, candidate.ref);
    if (sharesId(known, accountsOf(db, givenRef))) return false;
    if (sharesId(known, found)) return true;
    const matched = matchAccounts(known, found, { name: true }).size;
    // A connection that has accounts of its own already is no new consent for another one.
    if (matched === 0 || hasAccounts) return false;
    if (candidate.isRenewed === 1 || matched === known.length) return true;
    return candidate.state !== 'active' && matched === found.length;
  });
  return earlier === undefined ? undefined : { ref: earlier.ref, id: earlier.id };
}

const sharesId = (a: readonly BankAccount[], b: readonly BankAccount[]): boolean =>
  a.some(({ accountId }) => b.some((other) => other.accountId === accountId));
