import assert from 'node:assert/strict';
import type { TruthRow } from '../../src-demo-bank/demo-bank-control.ts';
import type { SyncStage } from './sync-stage.ts';

/** One transaction as two parties can agree on it. */
interface AgreedRow {
  readonly date: string;
  readonly amount: number;
  readonly text: string;
}

type BankRow = Pick<TruthRow, 'date' | 'amountMinor' | 'description'>;

/** A ledger and the bank it is a copy of; the bank may be in another process. */
interface LedgerAndBank extends Pick<SyncStage, 'accountIds' | 'query'> {
  readonly bank: {
    readonly control: {
      readonly truth: (accountId: string) => {
        readonly booked: readonly BankRow[];
        readonly pending: readonly BankRow[];
      };
    };
  };
}

/** The ledger's live booked rows of every account are the bank's, no more and no fewer; so are the pending ones. */
export function assertLedgerIsTrue(
  stage: LedgerAndBank,
  range?: { readonly from: string; readonly to: string },
): void {
  const inRange = (date: string): boolean => range === undefined || (date >= range.from && date <= range.to);
  for (const accountId of stage.accountIds) {
    const truth = stage.bank.control.truth(accountId);
    for (const status of ['booked', 'pending'] as const) {
      const wanted = truth[status]
        .filter(({ date }) => status === 'pending' || inRange(date))
        .map((row): AgreedRow => ({ date: row.date, amount: row.amountMinor, text: row.description }));
      const kept = stage.query<AgreedRow>(
        'select date, amount_minor as amount, description as text from transactions_v1 where account_id = ? and status = ?',
        accountId,
        status,
      );
      assert.deepEqual(sorted(kept), sorted(wanted), `${status} rows of ${accountId}`);
    }
  }
}

const sorted = (rows: readonly AgreedRow[]): string[] =>
  rows.map(({ date, amount, text }) => `${date} ${amount} ${text}`).toSorted();
