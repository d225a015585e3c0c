import type { AccountSign } from '#shared/account-sign.ts';
import type { BankTransaction } from '#shared/bank-rows.ts';
import { decodeTransaction } from './decode-transaction.ts';
import { openEnvelope } from './envelope.ts';

/** Whose rows: what an amount's direction and currency depend on. */
export interface RowsOwner {
  readonly kind: 'account' | 'card';
  readonly currency: string;
  readonly sign?: AccountSign;
}

/** The rows that could be read, and what was wrong with the others (names of fields, never values). */
export interface DecodedRows {
  readonly rows: readonly BankTransaction[];
  readonly rejected: readonly string[];
}

/** Decodes the results of an answer one by one: a row that cannot be read does not spoil the others. */
export function decodeRows(results: readonly unknown[], owner: RowsOwner): DecodedRows {
  const decoded = results.map((value) => decodeTransaction(value, owner));
  return {
    rows: decoded.flatMap((entry) => (entry.ok ? [entry.row] : [])),
    rejected: decoded.flatMap((entry) => (entry.ok ? [] : [entry.detail])),
  };
}

/** A page as it was received and stored, read again. `null`: this is no answer with rows. */
export function decodePage(body: Uint8Array, owner: RowsOwner): DecodedRows | null {
  const envelope = openEnvelope(body);
  return envelope.ok ? decodeRows(envelope.results, owner) : null;
}
