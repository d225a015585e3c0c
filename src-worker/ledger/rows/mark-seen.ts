import type { BankTransaction } from '#shared/bank-rows.ts';
import { contentOf } from '../../identity/fingerprint.ts';
import type { WritingDatabase } from '../ledger-database.ts';

/** Which answer of the pending endpoint, and whether all of it could be read. */
export interface SeenPending {
  readonly accountRef: number;
  readonly pageRef: number;
  readonly sent: readonly BankTransaction[];
  readonly isWhole: boolean;
}

type LivePending = Pick<
  BankTransaction,
  'date' | 'amountMinor' | 'currency' | 'description' | 'normalisedId' | 'providerId'
> & { readonly ref: number };

/**
 * Notes which answer last held each live pending row: a booked row that came before it is another payment. After a
 * whole answer that is all of them; after one that could not be read in part, those that were readable in it.
 */
export function markSeen(db: WritingDatabase, { accountRef, pageRef, sent, isWhole }: SeenPending): void {
  const live = `account_ref = ? AND status = 'pending' AND removed_at IS NULL`;
  if (isWhole) {
    db.prepare(`UPDATE transactions SET pending_page_ref = ? WHERE ${live}`).run(pageRef, accountRef);
    return;
  }
  const read = new Set(sent.flatMap(namesOf));
  const mark = db.prepare('UPDATE transactions SET pending_page_ref = ? WHERE ref = ?');
  const rows = db
    .prepare<[number], LivePending>(
      `SELECT ref, date, amount_minor AS amountMinor, currency, description, normalised_id AS normalisedId,
              provider_id AS providerId FROM transactions WHERE ${live}`,
    )
    .all(accountRef);
  for (const row of rows) if (namesOf(row).some((name) => read.has(name))) mark.run(pageRef, row.ref);
}

/** What a row may be recognised by. */
const namesOf = (row: Omit<LivePending, 'ref'>): readonly string[] => [
  contentOf(row),
  ...(row.normalisedId === null ? [] : [`n:${row.normalisedId}`]),
  ...(row.providerId === null ? [] : [`p:${row.providerId}`]),
];
