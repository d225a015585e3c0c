import type { Bridge } from '#shared/ipc/bridge.ts';
import { succeeded, type Result } from '#shared/result.ts';
import type { ListedTransaction } from '#shared/transaction-list.ts';
import type { TransactionPages } from '../transaction-pages.ts';

/** The most the ledger hands out in one answer. */
const rowsAtOnce = 500;

/** All rows from one place of the list to another (both included), asking only for what is not here. */
export async function rowsBetween(
  call: Bridge['call'],
  pages: TransactionPages,
  first: number,
  last: number,
): Promise<Result<readonly ListedTransaction[]>> {
  const rows: ListedTransaction[] = [];
  for (let index = first; index <= last;) {
    const row = pages.rowAt(index);
    if (row !== undefined) {
      rows.push(row);
      index += 1;
      continue;
    }
    const limit = Math.min(rowsAtOnce, last - index + 1);
    const answer = await call('transactions.page', { ...pages.query, offset: index, limit });
    if (!answer.ok) return answer;
    rows.push(...answer.value.rows);
    // A ledger that has become shorter meanwhile.
    if (answer.value.rows.length < limit) break;
    index += limit;
  }
  return succeeded(rows);
}
