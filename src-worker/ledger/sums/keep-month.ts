import type { WritingDatabase } from '../ledger-database.ts';
import { firstOf, lastOf } from './month-days.ts';
import { type MovementSum, type SummedRow, sumOfMonth } from './sum-of-month.ts';

/** Sums an account's month up anew, whatever was kept of it before. Inside the caller's transaction. */
export function createMonthKeeper(db: WritingDatabase): (accountRef: number, month: string) => void {
  const rows = db.prepare<[number, string, string], SummedRow>(
    `SELECT date, currency, status = 'booked' AS isBooked, removed_at IS NULL AS isLive, amount_minor AS amountMinor,
            running_balance_minor AS runningMinor, category, classification_json AS classificationJson,
            coalesce(merchant, description) AS name, merchant IS NULL AS isText,
            (SELECT asked_at FROM raw_pages p WHERE p.ref = t.first_page_ref) AS askedAt,
            EXISTS (SELECT 1 FROM transaction_changes h WHERE h.transaction_ref = t.ref) AS hasChanged
     FROM transactions t WHERE account_ref = ? AND date BETWEEN ? AND ?`,
  );
  const forget = ['sums_months', 'sums_by_category', 'sums_by_name'].map((table) =>
    db.prepare<[number, string]>(`DELETE FROM ${table} WHERE account_ref = ? AND month = ?`),
  );
  const forgetDays = db.prepare<[number, string, string]>(
    'DELETE FROM sums_by_day WHERE account_ref = ? AND date BETWEEN ? AND ?',
  );
  const putMonth = db.prepare('INSERT INTO sums_months VALUES (?, ?, ?, ?, ?, ?)');
  const putDay = db.prepare('INSERT INTO sums_by_day VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
  const putKind = db.prepare('INSERT INTO sums_by_category VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const putName = db.prepare('INSERT INTO sums_by_name VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const nextEdition = db.prepare<[number]>(
    `INSERT INTO sums_editions (account_ref, edition) VALUES (?, 1)
     ON CONFLICT (account_ref) DO UPDATE SET edition = edition + 1`,
  );
  return (accountRef, month) => {
    for (const each of forget) each.run(accountRef, month);
    forgetDays.run(accountRef, firstOf(month), lastOf(month));
    nextEdition.run(accountRef);
    const sum = sumOfMonth(rows.iterate(accountRef, firstOf(month), lastOf(month)));
    if (sum === null) return;
    putMonth.run(accountRef, month, sum.minDay, sum.maxDay, sum.newestAskedAt, sum.hasChanged);
    for (const day of sum.days) {
      const { live, removed, booked, bookedMinor, closingMinor } = day;
      putDay.run(accountRef, day.date, day.currency, live, removed, booked, bookedMinor, closingMinor);
    }
    for (const each of sum.categories) {
      const { currency, category, classificationJson } = each;
      putKind.run(accountRef, month, currency, category, classificationJson, ...movement(each));
    }
    for (const each of sum.names) {
      putName.run(accountRef, month, each.currency, each.name, each.isText, ...movement(each));
    }
  };
}

const movement = ({ inMinor, inCount, outMinor, outCount, count }: MovementSum): readonly number[] => [
  inMinor,
  inCount,
  outMinor,
  outCount,
  count,
];
