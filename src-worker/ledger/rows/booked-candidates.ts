import { addDays } from '#shared/calendar-day.ts';
import type { StableIds } from '../../identity/known-row.ts';
import type { SettlingRow } from '../../identity/settle-pending.ts';
import type { ReadingDatabase } from '../ledger-database.ts';

/** A booked row may be dated before the pending one it was: by days, not by weeks. */
const earliestDays = -14;

/** Live booked rows that could be one of the pending rows: those that hold the key of an id, and those not older. */
export function loadBookedCandidates(
  db: ReadingDatabase,
  accountRef: number,
  pending: readonly (StableIds & { readonly date: string })[],
): readonly SettlingRow[] {
  const keys: string[] = [];
  let earliest: string | undefined;
  for (const { normalisedId, providerId, date } of pending) {
    if (normalisedId === null && providerId === null) continue;
    if (normalisedId !== null) keys.push(`n:${normalisedId}`);
    if (providerId !== null) keys.push(`p:${providerId}`);
    if (earliest === undefined || date < earliest) earliest = date;
  }
  if (earliest === undefined) return [];
  const columns = 't.ref, t.normalised_id AS normalisedId, t.provider_id AS providerId';
  const where = `t.account_ref = ? AND t.status = 'booked' AND t.removed_at IS NULL`;
  const byKey = db
    .prepare<[string, number], SettlingRow>(
      `SELECT ${columns} FROM json_each(?) j CROSS JOIN transactions t WHERE ${where} AND t.identity_key = j.value`,
    )
    .all(JSON.stringify(keys), accountRef);
  const byDay = db
    .prepare<[number, string], SettlingRow>(
      `SELECT ${columns} FROM transactions t WHERE ${where} AND t.date >= ?`,
    )
    .all(accountRef, addDays(earliest, earliestDays));
  return [...byKey, ...byDay];
}
