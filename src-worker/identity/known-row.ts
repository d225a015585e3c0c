import type { BankTransaction } from '#shared/bank-rows.ts';

/** A row the ledger already has, as far as the matcher looks at it. */
export interface KnownRow extends Omit<BankTransaction, 'transactionId' | 'classification'> {
  /** The ledger's own integer key. */
  readonly ref: number;
  /** Unique within the account, whatever the row's state. */
  readonly key: string;
  /** Not marked removed. */
  readonly live: boolean;
  /** For a pending row that was booked: what it became. Only its own ids bring such a row back. */
  readonly becameRef: number | null;
  /** The bank once returned it for a window that its written day lies just outside of. @see mayBeRemoved */
  readonly edge: boolean;
  /** JSON text: compared as such, so that thousands of rows need no parsing. */
  readonly classificationJson: string;
}

/** The two ids that may be better than content, where a bank gives them. */
export interface StableIds {
  readonly normalisedId: string | null;
  readonly providerId: string | null;
}
