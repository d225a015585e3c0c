import type { CalendarDay } from '#shared/calendar-day.ts';
import type { ReadingDatabase } from '../ledger-database.ts';
import { firstOf, lastOf } from '../sums/month-days.ts';
import { readStaleMonths } from '../sums/stale-months.ts';
import type { AnswerLog } from './answer-log.ts';
import { type BookedRow, type MoneyMove, movesOfRow, type RowChange } from './money-move.ts';

interface StoredRow extends BookedRow {
  readonly ref: number;
}

interface StoredChange {
  readonly rowRef: number;
  readonly kind: RowChange['kind'];
  readonly atIso: string;
  readonly isSignOverride: 0 | 1;
  readonly oldMinor: number | null;
  readonly newMinor: number | null;
}

/**
 * The moves of an account's booked rows that may lie behind `since`: rows that came after it, rows of its last days,
 * rows that anything happened to. Earlier ones are in every balance alike, and there may be a million of them.
 * Times are those of the question that brought the news, not of its storing.
 */
export function readMoves(
  db: ReadingDatabase,
  { ref, currency }: { readonly ref: number; readonly currency: string },
  since: { readonly iso: string; readonly day: CalendarDay },
  { turned, answers }: { readonly turned: ReadonlySet<number>; readonly answers: AnswerLog },
): readonly MoneyMove[] {
  const days = JSON.stringify(daysWithMoves(db, ref, since));
  const changes = changesByRow(db, ref, days);
  const rows = db
    .prepare<[string, number, string, string, string], StoredRow>(
      `SELECT t.ref, t.date AS day, t.amount_minor AS amountMinor, p.asked_at AS cameIso, t.removed_at AS removedIso
       FROM json_each(?) m CROSS JOIN transactions t JOIN raw_pages p ON p.ref = t.first_page_ref
       WHERE t.account_ref = ? AND t.date BETWEEN m.value ->> 0 AND m.value ->> 1
         AND t.status = 'booked' AND t.currency = ?
         AND (t.date >= ? OR t.removed_at IS NOT NULL OR p.asked_at > ?
              OR EXISTS (SELECT 1 FROM transaction_changes h WHERE h.transaction_ref = t.ref))
       ORDER BY t.date, t.timestamp_utc, t.ref`,
    )
    .all(days, ref, currency, since.day, since.iso);
  return rows.flatMap((row) => {
    const moves = movesOfRow(row, changes.get(row.ref) ?? [], answers);
    return turned.has(row.ref) ? moves.map((move) => ({ ...move, amountMinor: -move.amountMinor })) : moves;
  });
}

/** Days that such rows may lie in: all, or whole months by what is kept of them (migration 21). */
function daysWithMoves(
  db: ReadingDatabase,
  ref: number,
  since: { readonly iso: string; readonly day: CalendarDay },
): readonly (readonly [string, string])[] {
  const stale = readStaleMonths(db);
  if (stale === null) return [['0000-00-00', '9999-99-99']];
  const months = db
    .prepare<[number, string, string], string>(
      `SELECT month FROM sums_months
       WHERE account_ref = ? AND (max_day >= ? OR newest_asked_at > ? OR has_changed = 1)`,
    )
    .pluck()
    .all(ref, since.day, since.iso);
  return [...new Set([...months, ...stale.of(ref)])].map((month) => [firstOf(month), lastOf(month)]);
}

function changesByRow(
  db: ReadingDatabase,
  accountRef: number,
  days: string,
): ReadonlyMap<number, readonly RowChange[]> {
  const stored = db
    .prepare<[string, number], StoredChange>(
      `SELECT h.transaction_ref AS rowRef,
              iif(h.kind IN ('undone', 'replayed'), h.reason, h.kind) AS kind, coalesce(p.asked_at, h.at) AS atIso,
              h.reason = 'sign-override' AS isSignOverride,
              json_extract(h.fields_json, '$.amountMinor[0]') AS oldMinor,
              json_extract(h.fields_json, '$.amountMinor[1]') AS newMinor
       FROM json_each(?) m CROSS JOIN transactions t CROSS JOIN transaction_changes h ON h.transaction_ref = t.ref
       LEFT JOIN raw_pages p ON p.ref = h.raw_page_ref
       WHERE t.account_ref = ? AND t.date BETWEEN m.value ->> 0 AND m.value ->> 1 AND t.status = 'booked'
         AND (h.kind IN ('amended', 'removed', 'returned') OR h.reason IN ('taken-back', 'restored'))
       ORDER BY h.ref`,
    )
    .all(days, accountRef);
  const byRow = new Map<number, RowChange[]>();
  for (const { rowRef, kind, atIso, isSignOverride, oldMinor, newMinor } of stored) {
    const amounts = oldMinor === null || newMinor === null ? null : ([oldMinor, newMinor] as const);
    const changes = byRow.get(rowRef) ?? [];
    changes.push({ kind, atIso, isSignOverride: isSignOverride === 1, amounts });
    byRow.set(rowRef, changes);
  }
  return byRow;
}
