import { addDays } from '#shared/calendar-day.ts';
import type { StableIds } from '../../identity/known-row.ts';
import type { BookedCandidate } from '../../identity/match-settlements.ts';
import type { ReadingDatabase } from '../ledger-database.ts';

/** A booked row may be dated before the pending one it was: by days, not by weeks. */
const earliestDays = -14;

/** The booked row's side of a settlement, for table or alias `t`; a doubtful link does not keep it from a better one. */
const columns = `t.ref, t.normalised_id AS normalisedId, t.provider_id AS providerId, t.date,
  t.timestamp_utc AS timestampUtc, t.amount_minor AS amountMinor, t.currency, t.description, t.merchant,
  t.first_page_ref AS firstPageRef,
  EXISTS (SELECT 1 FROM transactions p WHERE p.became_ref = t.ref AND p.became_confidence <> 'doubtful') AS isClaimed`;

interface StoredCandidate extends Omit<BookedCandidate, 'isClaimed'> {
  readonly isClaimed: number;
}

/** Live booked rows that could be one of the pending rows: those that hold the key of an id, and those not older. */
export function loadBookedCandidates(
  db: ReadingDatabase,
  accountRef: number,
  pending: readonly (StableIds & { readonly date: string })[],
): readonly BookedCandidate[] {
  const keys: string[] = [];
  let earliest: string | undefined;
  for (const { normalisedId, providerId, date } of pending) {
    if (normalisedId !== null) keys.push(`n:${normalisedId}`);
    if (providerId !== null) keys.push(`p:${providerId}`);
    if (earliest === undefined || date < earliest) earliest = date;
  }
  if (earliest === undefined) return [];
  const where = `t.account_ref = ? AND t.status = 'booked' AND t.removed_at IS NULL`;
  const byKey = db
    .prepare<[string, number], StoredCandidate>(
      `SELECT ${columns} FROM json_each(?) j CROSS JOIN transactions t WHERE ${where} AND t.identity_key = j.value`,
    )
    .all(JSON.stringify(keys), accountRef);
  const byDay = db
    .prepare<[number, string], StoredCandidate>(
      `SELECT ${columns} FROM transactions t WHERE ${where} AND t.date >= ?`,
    )
    .all(accountRef, addDays(earliest, earliestDays));
  const rows = new Map<number, BookedCandidate>();
  for (const row of [...byKey, ...byDay]) rows.set(row.ref, { ...row, isClaimed: row.isClaimed === 1 });
  return [...rows.values()];
}
