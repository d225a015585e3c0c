import type { BankTransaction } from '#shared/bank-rows.ts';
import type { DayRange } from '#shared/calendar-day.ts';
import type { KeySpace } from '../../identity/key-desk.ts';
import type { KnownRow } from '../../identity/known-row.ts';
import type { ReadingDatabase } from '../ledger-database.ts';
import { knownRowColumns, type StoredRow, toKnownRow } from './known-row-columns.ts';

/**
 * The rows an answer has to be compared with: those of the days asked, those of other days that a sent row is dated
 * on, and those on other days that hold the key of a sent id. The cost follows the answer, not the ledger.
 */
export function loadKnownBooked(
  db: ReadingDatabase,
  accountRef: number,
  range: DayRange,
  sent: readonly BankTransaction[],
): readonly KnownRow[] {
  const inDays = db
    .prepare<[number, string, string], StoredRow>(
      `SELECT ${knownRowColumns} FROM transactions t
       WHERE t.account_ref = ? AND t.date BETWEEN ? AND ? AND t.status = 'booked'`,
    )
    .all(accountRef, range.from, range.to)
    .map(toKnownRow);
  if (!hasOtherDays(db, accountRef, range)) return inDays;
  const otherDays = new Set<string>();
  for (const { date } of sent) if (date < range.from || date > range.to) otherDays.add(date);
  const onOtherDays = loadByDays(db, accountRef, 'booked', otherDays);
  return withRowsByKey(db, accountRef, [...inDays, ...onOtherDays], sent, '');
}

/** The live pending set, and the removed pending rows that hold, or could hold, the key of a sent row. */
export function loadKnownPending(
  db: ReadingDatabase,
  accountRef: number,
  sent: readonly BankTransaction[],
): readonly KnownRow[] {
  const rows = new Map<number, KnownRow>();
  const live = db
    .prepare<[number], StoredRow>(
      `SELECT ${knownRowColumns} FROM transactions t
       WHERE t.account_ref = ? AND t.status = 'pending' AND t.removed_at IS NULL`,
    )
    .all(accountRef);
  for (const row of live) rows.set(row.ref, toKnownRow(row));
  const days = new Set(sent.map(({ date }) => date));
  for (const row of loadByDays(db, accountRef, 'pending', days)) rows.set(row.ref, row);
  return withRowsByKey(db, accountRef, [...rows.values()], sent, 'pending:');
}

function hasOtherDays(db: ReadingDatabase, accountRef: number, range: DayRange): boolean {
  return (
    db
      .prepare(
        `SELECT EXISTS (SELECT 1 FROM transactions WHERE account_ref = ? AND date < ?)
             OR EXISTS (SELECT 1 FROM transactions WHERE account_ref = ? AND date > ?)`,
      )
      .pluck()
      .get(accountRef, range.from, accountRef, range.to) === 1
  );
}

function loadByDays(
  db: ReadingDatabase,
  accountRef: number,
  status: 'booked' | 'pending',
  days: ReadonlySet<string>,
): readonly KnownRow[] {
  if (days.size === 0) return [];
  return db
    .prepare<[string, number, string], StoredRow>(
      `SELECT ${knownRowColumns} FROM json_each(?) j CROSS JOIN transactions t
       WHERE t.account_ref = ? AND t.date = j.value AND t.status = ?`,
    )
    .all(JSON.stringify([...days]), accountRef, status)
    .map(toKnownRow);
}

/** Adds the rows whose key a sent id makes, for ids that no row of `known` has. */
function withRowsByKey(
  db: ReadingDatabase,
  accountRef: number,
  known: readonly KnownRow[],
  sent: readonly BankTransaction[],
  space: KeySpace,
): readonly KnownRow[] {
  const held = new Set(known.map(({ key }) => key));
  const wanted = new Set<string>();
  for (const { normalisedId, providerId } of sent) {
    if (normalisedId !== null) wanted.add(`${space}n:${normalisedId}`);
    if (providerId !== null) wanted.add(`${space}p:${providerId}`);
  }
  const missing = [...wanted].filter((key) => !held.has(key));
  if (missing.length === 0) return known;
  const byKey = db
    .prepare<[string, number], StoredRow>(
      `SELECT ${knownRowColumns} FROM json_each(?) j CROSS JOIN transactions t
       WHERE t.account_ref = ? AND t.identity_key = j.value`,
    )
    .all(JSON.stringify(missing), accountRef)
    .map(toKnownRow);
  return [...known, ...byKey];
}
