import type { KnownRow } from '../../identity/known-row.ts';

/** What `KnownRow` is made of, for a table or alias `t`. */
export const knownRowColumns = `
  t.ref, t.identity_key AS key, t.removed_at IS NULL AS live, t.is_edge AS edge, t.became_ref AS becameRef,
  t.classification_json AS classificationJson, t.normalised_id AS normalisedId, t.provider_id AS providerId,
  t.date, t.timestamp_utc AS timestampUtc, t.amount_minor AS amountMinor, t.currency, t.description, t.merchant,
  t.category, t.running_balance_minor AS runningBalanceMinor, t.meta_json AS metaJson`;

/** A row as SQLite hands it out, which has no booleans. */
export interface StoredRow extends Omit<KnownRow, 'live' | 'edge'> {
  readonly live: number;
  readonly edge: number;
}

/** @see StoredRow */
export const toKnownRow = (row: StoredRow): KnownRow => ({
  ...row,
  live: row.live === 1,
  edge: row.edge === 1,
});
