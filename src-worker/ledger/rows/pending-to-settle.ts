import { addDays } from '#shared/calendar-day.ts';
import type { PendingToSettle } from '../../identity/match-settlements.ts';
import type { ReadingDatabase } from '../ledger-database.ts';

/** For so long after it has gone a pending row may still turn out to have been booked. */
const lookBackDays = 14;

/** A pending row and the link it has now, if any. */
export interface LinkedPending extends PendingToSettle {
  readonly becameRef: number | null;
}

interface StoredPending extends Omit<LinkedPending, 'isGone'> {
  readonly isGone: number;
}

/**
 * The pending rows whose end is open: live ones, those that went lately and nobody knows where to, and those whose
 * link is doubtful.
 */
export function loadPendingToSettle(
  db: ReadingDatabase,
  accountRef: number,
  nowIso: string,
): readonly LinkedPending[] {
  const columns = `ref, normalised_id AS normalisedId, provider_id AS providerId, date, timestamp_utc AS timestampUtc,
    amount_minor AS amountMinor, currency, description, merchant, first_page_ref AS firstPageRef, became_ref AS becameRef,
    coalesce(pending_page_ref, first_page_ref) AS seenPageRef, removed_at IS NOT NULL AS isGone,
    iif(removed_at IS NULL, NULL, (SELECT max(h.raw_page_ref) FROM transaction_changes h
      WHERE h.transaction_ref = transactions.ref AND h.kind = 'removed')) AS gonePageRef`;
  const goneSince = addDays(nowIso.slice(0, 10), -lookBackDays);
  return db
    .prepare<[number, number, string], StoredPending>(
      `SELECT ${columns} FROM transactions WHERE account_ref = ? AND status = 'pending' AND removed_at IS NULL
       UNION ALL
       SELECT ${columns} FROM transactions
       WHERE account_ref = ? AND status = 'pending' AND removed_at IS NOT NULL AND removed_at >= ?
         AND (removed_reason = 'gone-from-pending' OR became_confidence = 'doubtful')`,
    )
    .all(accountRef, accountRef, goneSince)
    .map((row) => ({ ...row, isGone: row.isGone === 1 }));
}

/** The pairs among these rows that the user has undone. @see RefusedPairs */
export function loadRefusedPairs(
  db: ReadingDatabase,
  pending: readonly LinkedPending[],
): ReadonlySet<string> {
  const refs = JSON.stringify(pending.map(({ ref }) => ref));
  return new Set(
    db
      .prepare<[string], string>(
        `SELECT v.pending_ref || ':' || v.booked_ref FROM json_each(?) j
         CROSS JOIN settlement_verdicts v WHERE v.pending_ref = j.value AND v.verdict = 'undone'`,
      )
      .pluck()
      .all(refs),
  );
}
