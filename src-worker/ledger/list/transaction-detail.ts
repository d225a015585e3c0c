import * as z from 'zod';
import type { Provenance, TransactionChange, TransactionDetail } from '#shared/transaction-list.ts';
import type { ReadingDatabase } from '../ledger-database.ts';
import type { ReadingLedger } from '../open-ledger-read-only.ts';
import { rowsByRef } from './rows-by-ref.ts';

interface StoredDetail {
  readonly account_name: string;
  readonly provider_name: string;
  readonly classification_json: string;
  readonly running_balance_minor: number | null;
  readonly meta_json: string | null;
  readonly first_page_ref: number;
  readonly last_page_ref: number;
  readonly was_pending_id: number | null;
  readonly removed_reason: string | null;
}

interface StoredChange extends Omit<TransactionChange, 'fields'> {
  readonly fields_json: string;
}

const classificationSchema = z.array(z.string());
const fieldsSchema = z.record(z.string(), z.tuple([z.unknown(), z.unknown()]));

/** Everything the ledger knows of one row, live or not; `undefined`: there is no such row. */
export function transactionDetail({ db }: ReadingLedger, id: number): TransactionDetail | undefined {
  const [row] = rowsByRef(db, [id]);
  const stored = db
    .prepare<[number], StoredDetail>(
      `SELECT a.display_name AS account_name, c.provider_name, t.classification_json, t.running_balance_minor,
              t.meta_json, t.first_page_ref, t.last_page_ref, t.removed_reason,
              (SELECT max(p.ref) FROM transactions p WHERE p.became_ref = t.ref) AS was_pending_id
       FROM transactions t JOIN accounts a ON a.ref = t.account_ref JOIN connections c ON c.ref = a.connection_ref
       WHERE t.ref = ?`,
    )
    .get(id);
  if (row === undefined || stored === undefined) return undefined;
  const {
    classification_json: classificationJson,
    first_page_ref: first,
    last_page_ref: last,
    ...rest
  } = stored;
  return {
    row,
    ...rest,
    classification: classificationSchema.parse(JSON.parse(classificationJson)),
    first_page: provenanceOf(db, first),
    last_page: provenanceOf(db, last),
    changes: changesOf(db, id),
  };
}

function provenanceOf(db: ReadingDatabase, pageRef: number): Provenance {
  const page = db
    .prepare<[number], Provenance>(
      `SELECT p.ref AS page_id, j.id AS job_id, p.asked_at, p.from_day, p.to_day
       FROM raw_pages p JOIN jobs j ON j.ref = p.job_ref WHERE p.ref = ?`,
    )
    .get(pageRef);
  if (page === undefined) throw new Error(`Row of a page that is not there: ${String(pageRef)}`);
  return page;
}

const changesOf = (db: ReadingDatabase, id: number): readonly TransactionChange[] =>
  db
    .prepare<[number], StoredChange>(
      `SELECT kind, reason, at, job_id, fields_json, became_id, confidence
       FROM transaction_changes_v1 WHERE transaction_id = ? ORDER BY id`,
    )
    .all(id)
    .map(({ fields_json: fieldsJson, ...change }) => ({
      ...change,
      fields: fieldsSchema.parse(JSON.parse(fieldsJson)),
    }));
