import type { BankRecurring } from '#shared/bank-rows.ts';
import { type KnownRecurring, matchRecurring } from '../identity/match-recurring.ts';
import type { AccountRefs } from './account-refs.ts';
import type { WritingDatabase } from './ledger-database.ts';

/** The complete current set of one kind: known ones are kept up to date, vanished ones marked. */
export function storeRecurring(
  db: WritingDatabase,
  refs: AccountRefs,
  kind: BankRecurring['kind'],
  sent: readonly BankRecurring[],
  askedAtIso: string,
): void {
  const known = db
    .prepare<[number, string], Omit<KnownRecurring, 'live'> & { readonly live: number }>(
      `SELECT ref, provider_ref AS providerRef, payee, reference, currency, removed_at IS NULL AS live
       FROM recurring WHERE account_ref = ? AND kind = ?`,
    )
    .all(refs.accountRef, kind)
    .map((row) => ({ ...row, live: row.live === 1 }));
  const matches = matchRecurring(known, sent);
  const update = db.prepare(
    `UPDATE recurring SET provider_ref = ?, payee = ?, reference = ?, amount_minor = ?, currency = ?, frequency = ?,
       next_date = ?, previous_date = ?, status = ?, last_seen_at = ?, removed_at = NULL
     WHERE ref = ?`,
  );
  const insert = db.prepare(
    `INSERT INTO recurring (provider_ref, payee, reference, amount_minor, currency, frequency, next_date,
       previous_date, status, last_seen_at, first_seen_at, account_ref, kind)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  for (const [index, order] of sent.entries()) {
    const match = matches[index];
    if (match !== undefined) update.run(...values(order), askedAtIso, match.ref);
    else insert.run(...values(order), askedAtIso, askedAtIso, refs.accountRef, kind);
  }
  const kept = new Set(matches);
  const remove = db.prepare('UPDATE recurring SET removed_at = ? WHERE ref = ?');
  for (const row of known) if (row.live && !kept.has(row)) remove.run(askedAtIso, row.ref);
}

const values = (order: BankRecurring): readonly (string | number | null)[] => [
  order.providerRef,
  order.payee,
  order.reference,
  order.amountMinor,
  order.currency,
  order.frequency,
  order.nextDate,
  order.previousDate,
  order.status,
];
