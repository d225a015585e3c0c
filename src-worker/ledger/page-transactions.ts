import type { TransactionRow } from '#shared/ledger-views.ts';
import type { ReadingLedger } from './open-ledger-read-only.ts';

/** Which rows of the list, counted from the newest. */
export interface TransactionPage {
  /** TrueLayer's. */
  readonly accountId?: string | undefined;
  /** Anywhere in description or merchant, capitals or not. */
  readonly search?: string | undefined;
  readonly offset: number;
  readonly limit: number;
}

/**
 * Some rows from the middle of the list, newest first (within a day too), and how many there are in all.
 *
 * What is skipped is walked over in an index, or at least in the bare table: only the rows of the page go through the
 * public view with its joins. 100 000 rows in, a page comes within some 20 ms.
 */
export function pageTransactions(
  { db }: ReadingLedger,
  page: TransactionPage,
): { readonly rows: readonly TransactionRow[]; readonly total: number } {
  const conditions = ['removed_at IS NULL'];
  const values: string[] = [];
  if (page.accountId !== undefined) {
    conditions.push('account_ref IN (SELECT ref FROM accounts WHERE account_id = ?)');
    values.push(page.accountId);
  }
  if (page.search !== undefined && page.search !== '') {
    // In a LIKE pattern these three mean something; what people type means itself.
    const pattern = `%${page.search.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
    conditions.push(String.raw`(description LIKE ? ESCAPE '\' OR merchant LIKE ? ESCAPE '\')`);
    values.push(pattern, pattern);
  }
  const which = `FROM transactions WHERE ${conditions.join(' AND ')}`;
  const counted = db.prepare<string[], { total: number }>(`SELECT count(*) AS total ${which}`).get(...values);
  const rows = db
    .prepare<(string | number)[], TransactionRow>(
      `SELECT v.* FROM
         (SELECT ref ${which} ORDER BY date DESC, timestamp_utc DESC, ref DESC LIMIT ? OFFSET ?) page
       JOIN transactions_v1 v ON v.id = page.ref
       ORDER BY v.date DESC, v.timestamp_utc DESC, v.id DESC`,
    )
    .all(...values, page.limit, page.offset);
  return { rows, total: counted?.total ?? 0 };
}
