import type { BankTransaction } from '#shared/bank-rows.ts';
import { changedValues, classificationJson } from '../../identity/compare-rows.ts';
import type { AnswerPlan, RowToInsert, RowToRewrite } from '../../identity/plan-answer.ts';
import type { WritingDatabase } from '../ledger-database.ts';
import { indexNewRows } from './index-new-rows.ts';
import { type ChangeSource, recordChanges, type RowChange } from './record-changes.ts';

/** Where planned rows go and what they are signed with. */
export interface PlanTarget extends ChangeSource {
  readonly accountRef: number;
  readonly pageRef: number;
  readonly status: 'booked' | 'pending';
  /** Why rows of `plan.remove` are marked. */
  readonly removedReason: string;
}

/** Writes a plan, and what it changes into the rows' history. Inside the caller's transaction. */
export function applyPlan(db: WritingDatabase, plan: AnswerPlan, target: PlanTarget): void {
  const rewrites = [...plan.amend, ...plan.revive, ...plan.refresh];
  freeKeys(db, rewrites);
  rewriteRows(db, [...plan.amend, ...plan.revive], { at: target.nowIso, pageRef: target.pageRef });
  // A refresh is no change: the row keeps the time and the page of its last one.
  rewriteRows(db, plan.refresh, { at: null, pageRef: null });
  if (plan.remove.length > 0) {
    const mark = db.prepare(
      `UPDATE transactions SET removed_at = ?, removed_reason = ?, updated_at = ?, last_page_ref = ? WHERE ref = ?`,
    );
    const { nowIso, removedReason, pageRef } = target;
    for (const { ref } of plan.remove) mark.run(nowIso, removedReason, nowIso, pageRef, ref);
  }
  insertRows(db, plan.insert, target);
  recordChanges(db, changesOf(plan, target), target);
}

/** A pending row that went may have been booked: its going is recorded by who knows. */
function changesOf(plan: AnswerPlan, { status, removedReason }: PlanTarget): readonly RowChange[] {
  const rewritten = (kind: RowChange['kind']) => {
    return ({ known, by, sent, changed }: RowToRewrite): RowChange => ({
      rowRef: known.ref,
      kind,
      reason: by,
      fields: changedValues(known, sent, changed),
      ...(known.becameRef === null ? {} : { becameRef: known.becameRef }),
    });
  };
  const gone = status === 'pending' ? [] : plan.remove;
  return [
    ...plan.amend.map(rewritten('amended')),
    ...plan.revive.map(rewritten('returned')),
    ...gone.map(({ ref }): RowChange => ({
      rowRef: ref,
      kind: 'removed',
      reason: removedReason,
      fields: {},
    })),
  ];
}

/** Rows may swap keys, which the unique index would refuse halfway: those that change get one of their own first. */
function freeKeys(db: WritingDatabase, rewrites: readonly RowToRewrite[]): void {
  const moving = rewrites.filter(({ known, key }) => known.key !== key);
  if (moving.length === 0) return;
  const free = db.prepare(`UPDATE transactions SET identity_key = 'moving:' || ref WHERE ref = ?`);
  for (const { known } of moving) free.run(known.ref);
}

function rewriteRows(
  db: WritingDatabase,
  rewrites: readonly RowToRewrite[],
  change: { readonly at: string | null; readonly pageRef: number | null },
): void {
  if (rewrites.length === 0) return;
  const update = db.prepare(
    `UPDATE transactions SET
       identity_key = ?, date = ?, timestamp_utc = ?, amount_minor = ?, currency = ?, description = ?, merchant = ?,
       category = ?, classification_json = ?, running_balance_minor = ?, meta_json = ?, transaction_id = ?,
       normalised_id = coalesce(?, normalised_id), provider_id = coalesce(?, provider_id), is_edge = ?,
       updated_at = coalesce(?, updated_at), last_page_ref = coalesce(?, last_page_ref),
       removed_at = NULL, removed_reason = NULL, became_ref = NULL, became_confidence = NULL, became_reason = NULL,
       is_tentative = 0
     WHERE ref = ?`,
  );
  for (const { known, key, sent, edge } of rewrites) {
    update.run(key, ...contentValues(sent), edge ? 1 : 0, change.at, change.pageRef, known.ref);
  }
}

/**
 * Banks send the newest row first (truelayer.md 2.5), so rows are inserted from the end: then within a day a larger
 * `id` is a newer row, and the index of days grows at its end.
 */
function insertRows(db: WritingDatabase, rows: readonly RowToInsert[], target: PlanTarget): void {
  const insert = db.prepare(
    `INSERT INTO transactions (
       identity_key, date, timestamp_utc, amount_minor, currency, description, merchant, category,
       classification_json, running_balance_minor, meta_json, transaction_id, normalised_id, provider_id, is_edge,
       account_ref, status, first_seen_at, updated_at, first_page_ref, last_page_ref
     ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const { accountRef, status, nowIso, pageRef } = target;
  if (rows.length === 0) return;
  for (const { key, sent, edge } of oldestFirst(rows)) {
    insert.run(
      key,
      ...contentValues(sent),
      edge ? 1 : 0,
      accountRef,
      status,
      nowIso,
      nowIso,
      pageRef,
      pageRef,
    );
  }
  indexNewRows(db);
}

function oldestFirst(rows: readonly RowToInsert[]): readonly RowToInsert[] {
  const first = rows[0];
  const last = rows.at(-1);
  if (first === undefined || last === undefined) return rows;
  return first.sent.timestampUtc >= last.sent.timestampUtc ? rows.toReversed() : rows;
}

/** In the order both statements name the columns. */
const contentValues = (sent: BankTransaction): readonly (string | number | null)[] => [
  sent.date,
  sent.timestampUtc,
  sent.amountMinor,
  sent.currency,
  sent.description,
  sent.merchant,
  sent.category,
  classificationJson(sent.classification),
  sent.runningBalanceMinor,
  sent.metaJson,
  sent.transactionId,
  sent.normalisedId,
  sent.providerId,
];
