import type { ReadingDatabase } from '../ledger-database.ts';

/** A row of `transactions`, all of it. */
export interface RowImage {
  readonly ref: number;
  readonly key: string;
  readonly status: 'booked' | 'pending';
  readonly date: string;
  readonly timestampUtc: string;
  readonly amountMinor: number;
  readonly currency: string;
  readonly description: string;
  readonly merchant: string | null;
  readonly category: string;
  readonly classificationJson: string;
  readonly runningBalanceMinor: number | null;
  readonly metaJson: string | null;
  readonly transactionId: string;
  readonly normalisedId: string | null;
  readonly providerId: string | null;
  readonly isEdge: number;
  readonly firstSeenAt: string;
  readonly updatedAt: string;
  readonly firstPageRef: number;
  readonly lastPageRef: number;
  readonly pendingPageRef: number | null;
  readonly removedAt: string | null;
  readonly removedReason: string | null;
  readonly becameRef: number | null;
  readonly becameConfidence: string | null;
  readonly becameReason: string | null;
  readonly isTentative: number;
}

/** Property -> column, in one place for reading and writing. */
export const imageColumns: Readonly<Record<keyof RowImage, string>> = {
  ref: 'ref',
  key: 'identity_key',
  status: 'status',
  date: 'date',
  timestampUtc: 'timestamp_utc',
  amountMinor: 'amount_minor',
  currency: 'currency',
  description: 'description',
  merchant: 'merchant',
  category: 'category',
  classificationJson: 'classification_json',
  runningBalanceMinor: 'running_balance_minor',
  metaJson: 'meta_json',
  transactionId: 'transaction_id',
  normalisedId: 'normalised_id',
  providerId: 'provider_id',
  isEdge: 'is_edge',
  firstSeenAt: 'first_seen_at',
  updatedAt: 'updated_at',
  firstPageRef: 'first_page_ref',
  lastPageRef: 'last_page_ref',
  pendingPageRef: 'pending_page_ref',
  removedAt: 'removed_at',
  removedReason: 'removed_reason',
  becameRef: 'became_ref',
  becameConfidence: 'became_confidence',
  becameReason: 'became_reason',
  isTentative: 'is_tentative',
};

const selected = Object.entries(imageColumns)
  .map(([property, column]) => `${column} AS ${property}`)
  .join(', ');

/** All rows of an account, live or not, one at a time: by the page that brought them, each page's in the order they came. */
export const iterateImages = (db: ReadingDatabase, accountRef: number): Iterable<RowImage> =>
  db
    .prepare<[number], RowImage>(
      `SELECT ${selected} FROM transactions WHERE account_ref = ? ORDER BY first_page_ref, ref`,
    )
    .iterate(accountRef);
