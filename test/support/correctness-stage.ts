import type { TestContext } from 'node:test';
import type { BankTransaction } from '#shared/bank-rows.ts';
import type { DayRange } from '#shared/calendar-day.ts';
import type { OverlayChange } from '#shared/transaction-list.ts';
import { annotateTransactions } from '../../src-worker/ledger/overlay/annotate-transactions.ts';
import { decodeTransaction } from '../../src-worker/source/decode-transaction.ts';
import { accountIn, answered, january, nowIso, query, temporaryLedger } from './ledger-fixture.ts';

/** A row as a bank sends it through TrueLayer; a case states only what it is about. */
export interface SentRow {
  /** Of January 2026, or a whole timestamp. */
  readonly on?: number | string;
  /** As in JSON: `-4.2`. */
  readonly amount?: number;
  readonly type?: 'DEBIT' | 'CREDIT';
  readonly currency?: string;
  readonly text?: string;
  /** `transaction_id`, `normalised_provider_transaction_id`, `provider_transaction_id`. */
  readonly tid?: string;
  readonly n?: string;
  readonly p?: string;
}

/** One answer of the bank: a window (January, unless said), or the pending set; or what the user says about a row. */
export type SentAnswer =
  | { readonly booked: readonly SentRow[]; readonly range?: DayRange }
  | { readonly pending: readonly SentRow[] }
  | { readonly say: OverlayChange; readonly about: number };

/** What a reader finds afterwards. */
export interface FoundLedger {
  /** `booked 2026-01-10 -420 GBP SHOP`, by day. */
  readonly live: readonly string[];
  /** How many rows there are in all, removed ones too. */
  readonly rows: number;
  /** `kind reason`, in order. */
  readonly history: readonly string[];
  /** Of the live rows. */
  readonly ids: readonly number[];
  /** Notes of the live rows. */
  readonly notes: readonly string[];
}

/** Gives the answers to the ledger one after another, decoded as they would be, and looks after each. */
export function playAnswers(
  t: TestContext,
  answers: readonly SentAnswer[],
  kind: 'account' | 'card' = 'account',
): readonly FoundLedger[] {
  const ledger = temporaryLedger(t);
  const account = accountIn(ledger);
  const text = (sql: string): readonly string[] =>
    query(ledger, sql).map((row) => (row as { readonly text: string }).text);
  return answers.map((answer) => {
    if ('say' in answer) {
      annotateTransactions(ledger, [answer.about], answer.say, nowIso);
    } else if ('booked' in answer) {
      account.storeWindow(
        answered(
          answer.booked.map((row) => decoded(row, kind)),
          answer.range ?? january,
        ),
      );
    } else {
      const { range: _, ...rest } = answered(answer.pending.map((row) => decoded(row, kind)));
      account.storePending(rest);
    }
    return {
      live: text(
        `SELECT status || ' ' || date || ' ' || amount_minor || ' ' || currency || ' ' || description AS text
         FROM transactions_v1 ORDER BY date, text`,
      ),
      rows: query(ledger, 'SELECT ref FROM transactions').length,
      history: text(`SELECT kind || ' ' || reason AS text FROM transaction_changes_v1 ORDER BY id`),
      ids: query(ledger, 'SELECT id FROM transactions_v1 ORDER BY id').map(
        (row) => (row as { id: number }).id,
      ),
      notes: text('SELECT note AS text FROM transactions_v1 WHERE note IS NOT NULL ORDER BY id'),
    };
  });
}

function decoded(row: SentRow, kind: 'account' | 'card'): BankTransaction {
  const {
    on = 10,
    amount = -4.2,
    type = amount < 0 ? 'DEBIT' : 'CREDIT',
    currency = 'GBP',
    text = 'SHOP',
  } = row;
  const result = decodeTransaction(
    {
      timestamp: typeof on === 'string' ? on : `2026-01-${String(on).padStart(2, '0')}T00:00:00Z`,
      description: text,
      amount,
      currency,
      transaction_type: type,
      transaction_category: 'PURCHASE',
      transaction_classification: [],
      transaction_id: row.tid ?? 'any',
      ...(row.n === undefined ? {} : { normalised_provider_transaction_id: row.n }),
      ...(row.p === undefined ? {} : { provider_transaction_id: row.p }),
    },
    { kind, currency },
  );
  if (!result.ok) throw new Error(result.detail);
  return result.row;
}
